/** The shipped protocol, compiled once, for tests of the care that it gives. */

import { localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { compiledMami, mamiSource } from '../../../testing/protocols/test/compiled-mami.ts';
import { createAssessor } from '../src/assess/create-assessor.ts';
import { followUpRules } from '../src/care/follow-up/follow-up-rules.ts';
import { openVisit, type VisitPlace } from '../src/care/visit/open-visit.ts';
import { createVisitEngine, type VisitEngine } from '../src/care/visit/visit-engine.ts';
import { startVisit, type VisitState } from '../src/care/visit/visit-state.ts';

export { mamiSource };
export const mami = compiledMami;
export const mamiAssessor = createAssessor(mami);
export const mamiRules = followUpRules(mami);

const engines = new Map<string, VisitEngine>();

export const mamiEngine = (form: string): VisitEngine => {
  const made = engines.get(form) ?? createVisitEngine(mami, form, mamiAssessor);
  engines.set(form, made);
  return made;
};

export const atClinic: VisitPlace = { facility: facilityId('cscom-1'), siteLevel: 'clinic', author: 'Mariam' };

/** Opens a form for a child of a family's life. */
export const visitOf = (life: FamilyLife, form: string, on: string, child = life.childId()): VisitState => {
  const engine = mamiEngine(form);
  return startVisit(engine, openVisit(engine, timelineOf(life), child, localDate(on), atClinic));
};

/** A girl born on 2026-01-05 with 2100 g at 39 weeks. Tests add her visits. */
export const keita = family('keita').mother().pregnant().bears({ on: '2026-01-05', birth_weight_g: 2100 });
