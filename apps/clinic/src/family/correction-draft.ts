/** What a correction says: only what is different from what the entry is read as today, and why. */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import { canonicalJson, type JsonObject, type JsonValue } from '@denba/records/canonical-json';
import { formKey } from '@denba/records/form-definition';
import { forms, isFormName } from '@denba/records/form-registry';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry } from '@denba/records/timeline/timeline';

export type Correcting = {
  readonly answers: Readonly<Record<string, JsonValue>>;
  readonly occurredOn: LocalDate;
  readonly subject: PersonId | null;
  readonly withdraw: boolean;
  readonly reason: string;
};

export type CorrectionProblem = { readonly kind: 'nothingChanged' } | { readonly kind: 'noReason' };

/** Answers that differ, `null` for one that was taken away. */
export const changedAnswers = (read: ReadEntry, answers: Correcting['answers']): JsonObject => {
  const now: Readonly<Record<string, unknown>> = 'answers' in read.form ? read.form.answers : read.entry.answers;
  const names = new Set([...Object.keys(answers), ...Object.keys(now)]);
  const changed: Record<string, JsonValue> = {};
  for (const name of names) {
    const [was, is] = [(now[name] ?? null) as JsonValue, answers[name] ?? null];
    if (canonicalJson(was) !== canonicalJson(is)) changed[name] = is;
  }
  return changed;
};

export const correctionDraft = (
  read: ReadEntry,
  correcting: Correcting,
  today: LocalDate,
  findings: JsonObject,
): SaveDraft | CorrectionProblem => {
  const set = correcting.withdraw ? {} : changedAnswers(read, correcting.answers);
  const moved = !correcting.withdraw && correcting.occurredOn !== read.occurredOn;
  const turned = !correcting.withdraw && correcting.subject !== read.subject;
  if (!correcting.withdraw && !moved && !turned && Object.keys(set).length === 0) return { kind: 'nothingChanged' };
  if (correcting.reason.trim() === '') return { kind: 'noReason' };
  const { kind } = read.form;
  return {
    family: read.entry.family,
    subject: null,
    form: formKey(forms.correction),
    protocolVersion: Object.keys(findings).length === 0 ? null : read.entry.protocolVersion,
    answers: {
      corrects: read.entry.id,
      reason: correcting.reason.trim(),
      ...(Object.keys(set).length === 0 ? {} : { set, in_form: isFormName(kind) ? formKey(forms[kind]) : read.entry.form }),
      ...(moved ? { occurred_on: correcting.occurredOn } : {}),
      ...(turned && correcting.subject !== null ? { subject: correcting.subject } : {}),
      ...(correcting.withdraw ? { withdraw: true } : {}),
    },
    findings,
    occurredOn: today,
  };
};
