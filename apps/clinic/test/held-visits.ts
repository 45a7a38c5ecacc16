/** Makes visits of a family as they are held and saved: answers, and what today's protocol concludes from them. */
import { openVisit } from '@denba/protocols/care/visit/open-visit';
import { answersFromEntry, visitEntry } from '@denba/protocols/care/visit/visit-entry';
import { startVisit } from '@denba/protocols/care/visit/visit-state';
import { localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { facilityId } from '@denba/records/ids';
import { assessmentAnswers } from '@denba/scenario/answers';
import type { FamilyLife } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import type { RunningProtocol } from '../src/shell/protocol/protocol.ts';
import type { VisitForm } from '../src/shell/route.ts';

const noDangerOfMother: JsonObject = Object.fromEntries(
  [
    ...[
      'bleeding',
      'fever',
      'headache',
      'visual',
      'abdominal_pain',
      'convulsing',
      'unconscious',
      'cyanosis',
      'very_ill',
    ],
    ...['vomiting', 'pain', 'lochia'],
  ].map((sign) => [`m_${sign}`, false]),
);

/** Every core question is answered and nothing is found. */
export const allWell: JsonObject = {
  ...assessmentAnswers(),
  ...noDangerOfMother,
  ...{ m_temp_c: 36.7, m_bp_systolic: 113, m_bp_diastolic: 69, mother_unable: false, visit_type: 'followup' },
};

export type Held = {
  readonly form: VisitForm;
  readonly on: string;
  readonly child?: string;
  readonly answers?: JsonObject;
};

/** The saved entry can be found again under its day, or under the day and the child when one is named. */
export const holds = (protocol: RunningProtocol, life: FamilyLife, { form, on, child, answers = {} }: Held) => {
  const engine = protocol.engine(form);
  const place = { facility: facilityId('cscom-1'), siteLevel: 'clinic', author: 'Mariam' };
  const subject = life.childId(child);
  const opening = openVisit(engine, timelineOf(life), subject, localDate(on), place);
  const state = startVisit(engine, opening, answersFromEntry({ ...allWell, ...answers }, opening));
  const { form: kept, answers: told, findings, protocolVersion } = visitEntry(state, 'fr', localDate(on));
  return life
    .under(protocolVersion)
    .saves(kept, subject, told, { on, findings, as: child === undefined ? on : `${on} ${child}` });
};
