/**
 * The assessments in a family's record, each with everything that was known at the time: what a draft is replayed over.
 * What the protocol asks but the visit left unanswered is unknown here too.
 */
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import type { CareRules } from '../../care/follow-up/follow-up-rules.ts';
import { isMamiVisit, visitsOf } from '../../care/known-facts/visits-of.ts';
import { knownInputs } from '../../care/visit/known-inputs.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import type { PlacedAssessment } from './assessment-columns.ts';

export type RecordedAssessment = PlacedAssessment & { readonly child: PersonId };

export const recordedAssessments = (
  timeline: Timeline,
  protocol: Pick<CompiledProtocol, 'elements'>,
  rules: CareRules,
): readonly RecordedAssessment[] => {
  const names = new Set(protocol.elements.map(({ name }) => name));
  return timeline.children.flatMap(({ id: child }) =>
    visitsOf(timeline, child)
      .filter(isMamiVisit)
      .map((visit): RecordedAssessment => {
        const { entry, form, occurredOn } = visit;
        const answers = Object.entries(form.answers as Readonly<Record<string, unknown>>).filter(
          ([name, value]) => value !== null && names.has(name),
        );
        return {
          child,
          month: occurredOn.slice(0, 7),
          place: entry.facility,
          inputs: {
            ...knownInputs(timeline, child, occurredOn, rules, entry.id),
            visit_type: form.kind === 'mami-assessment' ? 'assessment' : 'followup',
            ...Object.fromEntries(answers),
            visit_date: occurredOn,
          },
        };
      }),
  );
};
