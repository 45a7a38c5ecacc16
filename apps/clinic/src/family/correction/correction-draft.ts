/** What a correction says: only what is different from what the entry is read as today, and why. */
import type { SaveDraft } from '@denba/device/device';
import { changedAnswers } from '@denba/protocols/care/visit/visit-entry';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { formKey } from '@denba/records/form-definition';
import { forms, isFormName } from '@denba/records/form-registry';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry } from '@denba/records/timeline/timeline';

export type Correcting = {
  /** All answers as they should read, those that did not change included. */
  readonly answers: JsonObject;
  readonly occurredOn: LocalDate;
  readonly subject: PersonId | null;
  readonly withdraw: boolean;
  readonly reason: string;
  /** The date of the phone is in doubt: a later day may be the right one. */
  readonly todayInDoubt?: boolean;
};

export type CorrectionProblem = { readonly kind: 'nothingChanged' | 'noReason' | 'notYet' };

/** All that may be corrected: the answers of today, and the fields of the form that nobody filled (`null`). */
export const openAnswers = ({ form, entry }: ReadEntry): JsonObject =>
  'answers' in form ? (form.answers as JsonObject) : entry.answers;

/** The answers that the entry is read with today. */
export const answersNow = ({ form, entry }: ReadEntry): JsonObject =>
  'answers' in form
    ? (Object.fromEntries(Object.entries(form.answers).filter(([, value]) => value !== null)) as JsonObject)
    : entry.answers;

/** Answers that say the day of the entry once more: they move with it and are not asked for. */
const dayNames: ReadonlySet<string> = new Set(['visit_date', 'screen_date', 'tracing_date', 'exit_date']);

export const isDayOf = (read: ReadEntry, name: string): boolean =>
  dayNames.has(name) && answersNow(read)[name] === read.occurredOn;

/**
 * The answers as they should read: those of the form where it asks, the rest as they are. `null` for one that was taken
 * away. Several readings of one measure do not outlive a corrected one.
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

/** `findings` of the corrected visit, with the protocol that concluded them; `{}` and `null` for other entries. */
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
