/** A correction while it is being filled in: kept as a draft, like every form. */

import type { LocalDate } from '@denba/quantities/local-date';
import { type Answers, type Input, noAnswers } from '@denba/questionnaires/answers';
import { compileForm } from '@denba/questionnaires/compile-form';
import { type Filling, openForm } from '@denba/questionnaires/fill-form';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry } from '@denba/records/timeline/timeline';
import { useMemo } from 'preact/hooks';
import { type Draft, useDraft } from '../../shell/record/use-draft.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { type Asked, askedIn } from '../entry/asked-in.ts';
import { inDays, inWeeks } from '../entry/gestation-answers.ts';
import { recordCodeWord, recordFieldLabel } from '../entry/record-fields.ts';
import { formOf } from './corrected-findings.ts';
import { isDayOf, openAnswers } from './correction-draft.ts';
import { correctionForm } from './correction-form.ts';

export type CorrectionForm = {
  readonly answers: Answers;
  readonly occurredOn: LocalDate;
  readonly subject: PersonId | null;
  readonly withdraw: boolean;
  readonly reason: string;
};

export type Correction = {
  readonly form: CorrectionForm;
  readonly change: (over: Partial<CorrectionForm>) => void;
  readonly filling: Filling;
  /** Where the protocol asks each question, by name. */
  readonly asked: ReadonlyMap<string, Asked>;
  /** The earlier answers to the questions. */
  readonly before: JsonObject;
  /** Returns the present answers by the record's field names; `null` for a removed one. */
  readonly inputs: () => Readonly<Record<string, JsonValue>>;
  readonly takenUp: boolean;
  readonly save: Draft<CorrectionForm>['save'];
};

/** Returns `null` until the store has been asked for a draft of the correction. */
export const useCorrection = (read: ReadEntry): Correction | null => {
  const { protocol } = useWorkspace();
  const before = useMemo(() => {
    const open = Object.entries(inWeeks(openAnswers(read))).filter(([name]) => !isDayOf(read, name));
    return Object.fromEntries(open) as JsonObject;
  }, [read]);
  const asked = useMemo(() => askedIn(protocol.content, formOf(read)), [protocol, read]);
  const compiled = useMemo(() => {
    const words = {
      label: recordFieldLabel,
      code: (name: string, code: string): string => recordCodeWord(name, code) ?? code,
    };
    const result = compileForm(correctionForm(protocol.content, asked, before, words));
    if (!result.ok) throw new Error(`the answers of ${read.entry.form} do not make a form`);
    return result.value;
  }, [protocol, asked, before, read]);
  const draft = useDraft<CorrectionForm>(`correct ${read.entry.id}`, () => ({
    answers: { ...noAnswers, byPath: inputsOf(before) },
    occurredOn: read.occurredOn,
    subject: read.subject,
    withdraw: false,
    reason: '',
  }));
  const { form, change, save, takenUp } = draft;
  const answers = form?.answers ?? null;
  const filling = useMemo(
    () => (answers === null ? null : openForm(compiled, { given: {}, earlier: {} }, answers)),
    [compiled, answers],
  );
  if (form === null || filling === null) return null;
  const inputs = (): Readonly<Record<string, JsonValue>> =>
    inDays(Object.fromEntries(filling.view.questions.map(({ path, input }) => [path, (input ?? null) as JsonValue])));
  return { form, change, filling, asked, before, inputs, takenUp, save };
};

/** Answers in the record were accepted once, so their warnings count as confirmed. */
const inputsOf = (answers: JsonObject): Answers['byPath'] =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      value === null ? [] : [[name, { input: value as Input, confirmed: ['unusual', 'implausible'] }]],
    ),
  );
