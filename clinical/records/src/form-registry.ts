/**
 * Every form that this version of the record understands. Entries of other forms are kept and passed on unchanged: they
 * were written by a newer app, or for a protocol that this app does not have.
 */
import type { Strictness } from './answer-fields.ts';
import type { JsonObject } from './canonical-json.ts';
import { type AnswersOf, parseFormKey, readAnswers } from './form-definition.ts';
import { birth } from './forms/birth.ts';
import { caregiverChange } from './forms/caregiver-change.ts';
import { consent } from './forms/consent.ts';
import { correction } from './forms/correction.ts';
import { counterReferral } from './forms/counter-referral.ts';
import { death } from './forms/death.ts';
import { growthVisit } from './forms/growth-visit.ts';
import { mamiAssessment } from './forms/mami-assessment.ts';
import { mamiExit } from './forms/mami-exit.ts';
import { mamiScreen } from './forms/mami-screen.ts';
import { mamiVisit } from './forms/mami-visit.ts';
import { mergeDuplicates } from './forms/merge-duplicates.ts';
import { pregnancy } from './forms/pregnancy.ts';
import { pregnancyEnd } from './forms/pregnancy-end.ts';
import { refusal } from './forms/refusal.ts';
import { registerFamily } from './forms/register-family.ts';
import { returnToCare } from './forms/return-to-care.ts';
import { tracing } from './forms/tracing.ts';
import { transfer } from './forms/transfer.ts';
import { undoMerge } from './forms/undo-merge.ts';
import type { RecordError } from './record-error.ts';

export const forms = {
  'register-family': registerFamily,
  pregnancy,
  'pregnancy-end': pregnancyEnd,
  birth,
  death,
  'caregiver-change': caregiverChange,
  transfer,
  'return-to-care': returnToCare,
  'growth-visit': growthVisit,
  'mami-screen': mamiScreen,
  'mami-assessment': mamiAssessment,
  'mami-visit': mamiVisit,
  'mami-exit': mamiExit,
  tracing,
  'counter-referral': counterReferral,
  refusal,
  consent,
  correction,
  'merge-duplicates': mergeDuplicates,
  'undo-merge': undoMerge,
} as const;

export type FormName = keyof typeof forms;

/** The answers of a form that this version understands, migrated to the form's newest version. */
export type KnownForm = {
  readonly [Name in FormName]: { readonly kind: Name; readonly answers: AnswersOf<(typeof forms)[Name]> };
}[FormName];

export type FormReading =
  | KnownForm
  /** No form of this name is registered. */
  | { readonly kind: 'unknownForm'; readonly name: string }
  /** The form is registered, but the answers do not fit its schema. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly errors: readonly RecordError[] };

export const isFormName = (name: string): name is FormName => Object.hasOwn(forms, name);

/**
 * Reads the answers of `form` (for example `birth@1`), whatever its version. Never throws: forms and answers that
 * cannot be read have their own `kind`.
 */
export const readForm = (form: string, answers: JsonObject, strictness: Strictness = 'reading'): FormReading => {
  const key = parseFormKey(form);
  if (key === null || !isFormName(key.name)) return { kind: 'unknownForm', name: key?.name ?? form };
  const read = readAnswers<object>(forms[key.name], answers, key.version, strictness);
  return read.ok
    ? ({ kind: key.name, answers: read.value } as KnownForm)
    : { kind: 'unreadable', name: key.name, errors: read.error };
};
