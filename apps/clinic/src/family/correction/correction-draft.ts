/** The content of a correction: only what differs from how the entry reads today, and the reason. */
import type { SaveDraft } from '@denba/device/device';
import { changedAnswers } from '@denba/protocols/care/visit/visit-entry';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { formKey } from '@denba/records/form-definition';
import { forms, isFormName } from '@denba/records/form-registry';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry } from '@denba/records/timeline/timeline';

export type Correcting = {
  /** All answers as they should read, unchanged ones included. */
  readonly answers: JsonObject;
  readonly occurredOn: LocalDate;
  readonly subject: PersonId | null;
  readonly withdraw: boolean;
  readonly reason: string;
  /** The phone's date is in doubt, so a day after today is accepted. */
  readonly todayInDoubt?: boolean;
};

export type CorrectionProblem = { readonly kind: 'nothingChanged' | 'noReason' | 'notYet' };

/** All answers that may be corrected: today's, and the form's unanswered fields as `null`. */
export const openAnswers = ({ form, entry }: ReadEntry): JsonObject =>
  'answers' in form ? (form.answers as JsonObject) : entry.answers;

/** The answers as the entry reads today, without unanswered fields. */
export const answersNow = ({ form, entry }: ReadEntry): JsonObject =>
  'answers' in form
    ? (Object.fromEntries(Object.entries(form.answers).filter(([, value]) => value !== null)) as JsonObject)
    : entry.answers;

/** Answers that repeat the day of the entry: they change with it and are not asked for. */
const dayNames: ReadonlySet<string> = new Set(['visit_date', 'screen_date', 'tracing_date', 'exit_date']);

export const isDayOf = (read: ReadEntry, name: string): boolean =>
  dayNames.has(name) && answersNow(read)[name] === read.occurredOn;

/**
 * The answers as they should read: those asked for, and the others unchanged; `null` for a removed one. When a
 * measurement is corrected, its several readings are removed.
 */
export const correctedAnswers = (
  read: ReadEntry,
  asked: Readonly<Record<string, JsonValue | null>>,
  occurredOn: LocalDate,
): JsonObject => {
  const now = answersNow(read);
  const answers: Record<string, JsonValue> = { ...now, ...asked };
  for (const name of Object.keys(now)) {
    if (isDayOf(read, name)) answers[name] = occurredOn;
    const measure = name.replace(/_readings$/, '');
    if (measure !== name && Object.hasOwn(changedAnswers(now, answers), measure)) answers[name] = null;
  }
  return answers;
};

/** `concluded`: findings of a corrected visit, and the protocol that concluded them; `{}` and `null` otherwise. */
export const correctionDraft = (
  read: ReadEntry,
  correcting: Correcting,
  today: LocalDate,
  concluded: { readonly findings: JsonObject; readonly protocolVersion: string | null },
): SaveDraft | CorrectionProblem => {
  const set = correcting.withdraw ? {} : changedAnswers(answersNow(read), correcting.answers);
  const moved = !correcting.withdraw && correcting.occurredOn !== read.occurredOn;
  const turned = !correcting.withdraw && correcting.subject !== read.subject;
  if (!correcting.withdraw && !moved && !turned && Object.keys(set).length === 0) return { kind: 'nothingChanged' };
  if (moved && correcting.occurredOn > today && correcting.todayInDoubt !== true) return { kind: 'notYet' };
  if (correcting.reason.trim() === '') return { kind: 'noReason' };
  const { kind } = read.form;
  return {
    family: read.entry.family,
    subject: null,
    form: formKey(forms.correction),
    protocolVersion: concluded.protocolVersion,
    answers: {
      corrects: read.entry.id,
      reason: correcting.reason.trim(),
      ...(Object.keys(set).length === 0
        ? {}
        : { set, in_form: isFormName(kind) ? formKey(forms[kind]) : read.entry.form }),
      ...(moved ? { occurred_on: correcting.occurredOn } : {}),
      ...(turned && correcting.subject !== null ? { subject: correcting.subject } : {}),
      ...(correcting.withdraw ? { withdraw: true } : {}),
    },
    findings: concluded.findings,
    occurredOn: today,
  };
};
