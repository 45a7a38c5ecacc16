/**
 * What a visit leaves in the record: the answers as they were entered, what she was shown, and what was decided. One
 * entry for the visit; at the six-month review a second one for the outcome, once the review is done and has one.
 *
 * Kept exactly: answers that the form refused (beyond what is possible) go along under `refused`, since somebody typed
 * them; warnings that she confirmed under `confirmed`; sections answered by one act under `swept`. Facts that the record
 * had before are repeated only when she changed them.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { Answers, Input } from '@denba/questionnaires/answers';
import type { QuestionState } from '@denba/questionnaires/form-state';
import { sameData } from '@denba/questionnaires/same-data';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { formKey } from '@denba/records/form-definition';
import { type FormName, forms } from '@denba/records/form-registry';
import type { LiveAssessment } from '../assess/live-assessment.ts';
import type { VisitState } from './visit-state.ts';

export type VisitEntry = {
  /** `mami-visit@2` */
  readonly form: string;
  /** `mami@0.1.0`, with overlays: `mami@0.1.0+ml`. */
  readonly protocolVersion: string;
  readonly answers: JsonObject;
  readonly findings: JsonObject;
  readonly occurredOn: LocalDate;
};

/** Which form of the record a form of the protocol fills. */
const recordForms: Readonly<Record<string, FormName>> = {
  'rapid-screen': 'mami-screen',
  assessment: 'mami-assessment',
  'follow-up': 'mami-visit',
  review: 'mami-visit',
};

/** `today`: the day of the visit when she left its date out. Throws on a form that the record has no place for. */
export const visitEntries = (state: VisitState, findings: JsonObject, today: LocalDate): readonly VisitEntry[] => {
  const { engine, assessment, filling } = state;
  const formId = engine.form.form.id;
  const name = recordForms[formId];
  if (name === undefined) throw new TypeError(`the record has no form for ${formId}`);
  const protocolVersion = versionOf(assessment);
  const answers = enteredAnswers(state);
  const occurredOn = (typeof answers['visit_date'] === 'string' ? answers['visit_date'] : today) as LocalDate;
  const visit: VisitEntry = {
    form: formKey(forms[name]),
    protocolVersion,
    answers: { ...answers, ...decisions(formId, state) },
    findings,
    occurredOn,
  };
  const outcome = assessment.value('outcome');
  const reviewed = filling.view.values['reviewed'] === true;
  if (formId !== 'review' || !reviewed || typeof outcome !== 'string') return [visit];
  const exit = { form: formKey(forms['mami-exit']), protocolVersion, findings: {}, occurredOn };
  return [visit, { ...exit, answers: { exit_code: outcome, reviewed: true } }];
};

export const versionOf = ({ protocol }: Pick<LiveAssessment, 'protocol'>): string =>
  [`${protocol.id}@${protocol.version}`, ...protocol.overlays].join('+');

const enteredAnswers = ({ filling, opening }: VisitState): JsonObject => {
  const { view, answers } = filling;
  const entered: Record<string, JsonValue> = {};
  const refused: Record<string, JsonValue> = {};
  for (const question of view.questions) {
    if (question.input === null) continue;
    if (question.answer === 'refused') refused[question.path] = json(question.input);
    else if (!isRepeated(question, opening.fromRecord)) entered[question.path] = json(question.input);
  }
  const confirmed = confirmedWarnings(answers, view.questions);
  return {
    ...entered,
    ...(Object.keys(refused).length === 0 ? {} : { refused }),
    ...(Object.keys(confirmed).length === 0 ? {} : { confirmed }),
    ...(answers.swept.length === 0 ? {} : { swept: [...answers.swept] }),
  };
};

const isRepeated = ({ path, input }: QuestionState, fromRecord: Readonly<Record<string, Input>>): boolean =>
  Object.hasOwn(fromRecord, path) && sameData(fromRecord[path], input);

const confirmedWarnings = (answers: Answers, questions: readonly QuestionState[]): JsonObject =>
  Object.fromEntries(
    questions.flatMap(({ path }) => {
      const kinds = answers.byPath[path]?.confirmed ?? [];
      return kinds.length === 0 ? [] : [[path, [...kinds]]];
    }),
  );

const json = (input: Input): JsonValue => (Array.isArray(input) ? [...input] : input) as JsonValue;

/** What the worker and the family did, in the codes of the record. */
const decisions = (formId: string, { filling, assessment }: VisitState): JsonObject => {
  const { values } = filling.view;
  if (formId === 'rapid-screen') {
    const result = assessment.value('screen_result');
    return typeof result === 'string' ? { screen_result: result } : {};
  }
  if (formId !== 'assessment') return {};
  const decision = enrolmentDecision(values['consent'], values['enrolled'], assessment.value('enrolment'));
  return decision === null ? {} : { enrolment_decision: decision };
};

/** A proposal alone enrols nobody: the family's yes does. */
const enrolmentDecision = (consent: unknown, enrolled: unknown, proposal: unknown): string | null => {
  if (consent === false) return 'declined';
  if (consent === true && enrolled === true) return 'enrolled';
  if (proposal === 'refer') return 'referred';
  if (proposal === 'watch') return 'watch';
  return proposal === 'not_eligible' ? 'not_enrolled' : null;
};
