/** The protocol that is shipped, for tests that hold the care of an infant to it. Compiled once. */

import { localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { mamiFiles } from '../../../testing/protocols/read-mami.ts';
import { createAssessor } from '../src/assess/create-assessor.ts';
import { followUpRules } from '../src/care/follow-up/follow-up-rules.ts';
import { openVisit, type VisitPlace } from '../src/care/visit/open-visit.ts';
import { createVisitEngine, type VisitEngine } from '../src/care/visit/visit-engine.ts';
import { startVisit, type VisitState } from '../src/care/visit/visit-state.ts';
import { compileProtocol } from '../src/compile/compile-protocol.ts';
import { readProtocol } from '../src/read/read-protocol.ts';

export const mamiSource = readProtocol(mamiFiles()).source;
export const mami = compileProtocol(mamiSource).compiled;
export const mamiAssessor = createAssessor(mami);
export const mamiRules = followUpRules(mami);

const engines = new Map<string, VisitEngine>();

export const mamiEngine = (form: string): VisitEngine => {
  const made = engines.get(form) ?? createVisitEngine(mami, form, mamiAssessor);
  engines.set(form, made);
  return made;
};

export const atClinic: VisitPlace = { facility: facilityId('cscom-1'), siteLevel: 'clinic', author: 'Mariam' };

/** A form opened for the child of a family's life. */
export const visitOf = (life: FamilyLife, form: string, on: string, child = life.childId()): VisitState => {
  const engine = mamiEngine(form);
  return startVisit(engine, openVisit(engine, timelineOf(life), child, localDate(on), atClinic));
};

/** Born on 2026-01-05, 2100 g, 39 weeks; enrolled at ten days of life with what was measured then. */
export const keita = family('keita').mother().pregnant().bears({ on: '2026-01-05', birth_weight_g: 2100 });
