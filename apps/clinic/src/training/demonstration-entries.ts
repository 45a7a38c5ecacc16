/**
 * The entries of one simulated family, as a worker's visits would have left them: each form is opened with what was
 * known on its day, filled, and evaluated by the protocol of this phone.
 */

import { isList } from '@denba/decisions/value';
import type { SaveDraft } from '@denba/device/device';
import { openVisit, type VisitPlace } from '@denba/protocols/care/visit/open-visit';
import { visitDrafts } from '@denba/protocols/care/visit/visit-drafts';
import { answerAndAssess, startVisit, type VisitState } from '@denba/protocols/care/visit/visit-state';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { Language } from '@denba/quantities/text';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import { isFormName } from '@denba/records/form-registry';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId, type FamilyId, type PersonId, personId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { RunningProtocol } from '../shell/protocol/protocol.ts';
import { recordDraft } from '../shell/record/record-draft.ts';
import type { DemonstrationDraft } from './demonstration.ts';
import { type DemonstrationAnswers, fullAnswers } from './demonstration-answers.ts';
import { registrationOf } from './demonstration-registration.ts';
import { filledIn } from './filled-in.ts';

export type DemonstrationMeans = DemonstrationAnswers & {
  readonly protocol: RunningProtocol;
  readonly language: Language;
  readonly place: VisitPlace;
};

/** The entries of one family, in the order of its days. */
export const demonstrationEntries = (
  family: FamilyId,
  drafts: readonly DemonstrationDraft[],
  means: DemonstrationMeans,
): readonly SaveDraft[] => {
  const saved: SaveDraft[] = [];
  for (const draft of drafts) saved.push(...entriesOf(family, draft, saved, means));
  return saved;
};

const entriesOf = (
  family: FamilyId,
  draft: DemonstrationDraft,
  past: readonly SaveDraft[],
  means: DemonstrationMeans,
): readonly SaveDraft[] => {
  const on = addDays(means.today, draft.day);
  if (draft.form === 'registration') return registrationOf(family, draft, on, means);
  const answers = fullAnswers(draft, means);
  const subject = personId(draft.subject ?? family);
  if (isVisit(draft.form)) return visitOf(family, subject, draft.form, answers, on, past, means);
  const form = recordForms[draft.form] ?? draft.form;
  if (!isFormName(form)) throw new RangeError(`the record has no form ${draft.form}`);
  return [recordDraft(form, { family, subject, on, answers })];
};

const isVisit = (form: string): boolean => ['rapid-screen', 'assessment', 'follow-up', 'review'].includes(form);

const recordForms: Readonly<Record<string, string>> = { exit: 'mami-exit' };

const visitOf = (
  family: FamilyId,
  child: PersonId,
  form: string,
  answers: JsonObject,
  on: LocalDate,
  past: readonly SaveDraft[],
  { protocol, language, place }: DemonstrationMeans,
): readonly SaveDraft[] => {
  const engine = protocol.engine(form);
  const opening = openVisit(engine, foldTimeline(family, asEntries(past, place)), child, on, place);
  const state = startVisit(engine, opening, filledIn(opening.answers, answers));
  return visitDrafts(asAsked(withReasons(state)), language, on).map((draft) => ({ ...draft, family, subject: child }));
};

/** Confirms the reasons for enrolment that the protocol proposes, as a worker would. */
const withReasons = (state: VisitState): VisitState => {
  const reasons = state.assessment.value('enrol_reasons') ?? null;
  const asked = state.filling.view.questions.some(({ path }) => path === 'enrol_reason');
  const codes = isList(reasons) ? reasons.filter((code): code is string => typeof code === 'string') : [];
  return asked && codes.length > 0 ? answerAndAssess(state, 'enrol_reason', codes) : state;
};

/** Removes answers to questions that the form does not ask, because simulated drafts answer every question. */
const asAsked = (state: VisitState): VisitState => {
  const { answers, view } = state.filling;
  const asked = new Set(view.questions.map(({ path }) => path));
  const byPath = Object.fromEntries(Object.entries(answers.byPath).filter(([path]) => asked.has(path)));
  return { ...state, filling: { ...state.filling, answers: { ...answers, byPath } } };
};

/** The drafts as entries, complete enough for a timeline to read them, with increasing times. */
const asEntries = (drafts: readonly SaveDraft[], { facility, author }: VisitPlace): readonly Entry[] => {
  let clock = newClock;
  return drafts.map((draft, index) => {
    const ticked = tick(clock, 0);
    clock = ticked.clock;
    return {
      ...draft,
      id: entryId(`demonstration-${index + 1}`),
      author,
      device: deviceId('demonstration'),
      seq: index + 1,
      prev: null,
      facility,
      recordedAt: ticked.time,
    };
  });
};
