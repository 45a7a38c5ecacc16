/** Whether a child was born preterm, by the protocol's own expression: by gestation, or by what the family said. */
import { type Assessor, createAssessor } from '@denba/protocols/assess/create-assessor';
import { protocolPart } from '@denba/protocols/assess/protocol-part';
import { birthFacts } from '@denba/protocols/care/known-facts/birth-facts';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';

const made = new WeakMap<CompiledProtocol, Assessor>();

export const bornPreterm = (timeline: Timeline, child: PersonId, protocol: CompiledProtocol): boolean => {
  const assessor = made.get(protocol) ?? createAssessor(protocolPart(protocol, ['preterm', 'gestational_age_days']));
  made.set(protocol, assessor);
  const lasting = protocol.elements.flatMap((element) => (element.lasting ? [element.name] : []));
  return assessor.assess(birthFacts(timeline, child, lasting)).value('preterm') === true;
};
