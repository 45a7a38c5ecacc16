/**
 * Parses an input by itself: its type, its codes, its hard limits. Rules that read other answers come later
 * (judge-answer.ts).
 *
 * Four states are distinguished, because three of them are unknown to a decision for different reasons: unanswered
 * (nobody looked), not assessed (somebody could not tell), refused (the input is impossible), answered.
 */
import { dateValue, type Value } from '@denba/decisions/value';
import { parseLocalDate } from '@denba/quantities/local-date';
import type { Text } from '@denba/quantities/text';
import type { Input } from './answers.ts';
import { type DataElement, isWithin, type Limits, openLimits } from './data-element.ts';
import type { Choice, Question } from './form.ts';
import { type Measured, measure } from './readings.ts';
import { notPossible, wrongType } from './wording.ts';

export type Entered =
  | { readonly state: 'notRelevant' }
  | { readonly state: 'unanswered' }
  | { readonly state: 'notAssessed'; readonly code: string }
  | { readonly state: 'refused'; readonly error: AnswerError }
  | { readonly state: 'answered'; readonly value: Value; readonly measured: Measured | null };

/** Why an answer is refused. The input is kept as typed, but has no value. */
export type AnswerError =
  | { readonly kind: 'wrongType'; readonly message: Text }
  | { readonly kind: 'notAChoice'; readonly code: string; readonly message: Text }
  | {
      readonly kind: 'outOfLimits';
      readonly value: number;
      readonly limits: Limits;
      readonly unit: string | null;
      readonly message: Text;
    }
  | { readonly kind: 'constraint'; readonly message: Text };

/** What is known of the question, without the other answers. */
export type AnswerFacts = {
  readonly question: Question;
  readonly element: DataElement | null;
  /** The complete, unfiltered list of choices; `null` when the question has none. */
  readonly choices: readonly Choice[] | null;
  /** The allowed difference between two readings; `null` when unknown. */
  readonly maxDifference: number | null;
};

export const readAnswer = (facts: AnswerFacts, input: Input | null): Entered => {
  if (input === null || isBlank(input)) return { state: 'unanswered' };
  const code = Array.isArray(input) && input.length === 1 ? input[0] : input;
  if (typeof code === 'string' && facts.element?.notAssessed.includes(code)) return { state: 'notAssessed', code };
  return readers[facts.question.type](facts, input);
};

/** The value that a decision may use; `null` in all states other than answered. */
export const enteredValue = (entered: Entered | undefined): Value =>
  entered?.state === 'answered' ? entered.value : null;

const isBlank = (input: Input): boolean =>
  typeof input === 'string' ? input.trim() === '' : Array.isArray(input) && input.length === 0;

const answered = (value: Value): Entered => ({ state: 'answered', value, measured: null });

const refused = (error: AnswerError): Entered => ({ state: 'refused', error });

const expected = (facts: AnswerFacts, fr: string, en: string): Entered =>
  refused({ kind: 'wrongType', message: wrongType(facts.question.label, { fr, en }) });

const readNumber = (facts: AnswerFacts, input: Input): Entered => {
  if (facts.choices !== null) return readChosenNumber(facts, facts.choices, input);
  const readings = Array.isArray(input) ? input : [input];
  if (!readings.every((reading) => typeof reading === 'number' && Number.isFinite(reading))) {
    return expected(facts, 'écrivez un nombre', 'write a number');
  }
  if (facts.question.type === 'integer' && !readings.every(Number.isInteger)) {
    return expected(facts, 'écrivez un nombre entier, sans virgule', 'write a whole number, without decimals');
  }
  if (facts.question.readings === null && readings.length !== 1) {
    return expected(facts, 'une seule mesure est attendue', 'a single measurement is expected');
  }
  const limits = facts.element?.hard ?? openLimits;
  const unit = facts.element?.unit ?? null;
  const outside = readings.find((reading) => !isWithin(reading, limits));
  if (outside !== undefined) {
    const message = notPossible(facts.question.label, outside, limits, unit);
    return refused({ kind: 'outOfLimits', value: outside, limits, unit, message });
  }
  if (facts.question.readings === null) return answered(readings[0]);
  const measured = measure(readings, facts.maxDifference);
  return { state: 'answered', value: measured.value, measured };
};

/** Reads a number chosen from a list (`0` never … `3` nearly every day), given as a code or as a number. */
const readChosenNumber = (facts: AnswerFacts, choices: readonly Choice[], input: Input): Entered => {
  const code = String(input);
  return choices.some(({ name }) => name === code)
    ? readNumber({ ...facts, choices: null }, Number(code))
    : notAChoice(facts, code);
};

/** XLSForm lists of choices use the codes `yes` and `no` for booleans. */
const readBoolean = (facts: AnswerFacts, input: Input): Entered => {
  if (input === true || input === 'yes' || input === 'true') return answered(true);
  if (input === false || input === 'no' || input === 'false') return answered(false);
  return expected(facts, 'répondez par oui ou par non', 'answer yes or no');
};

/** The codes of the question's list, or of the datum when there is no list; `null` when any code is allowed. */
const allowedCodes = (facts: AnswerFacts): readonly string[] | null =>
  facts.choices?.map((choice) => choice.name) ?? (facts.element?.values.length ? facts.element.values : null);

const notAChoice = (facts: AnswerFacts, code: string): Entered => refused(notAChoiceError(facts.question.label, code));

export const notAChoiceError = (label: Text, code: string): AnswerError => ({
  kind: 'notAChoice',
  code,
  message: wrongType(label, {
    fr: `« ${code} » n’est pas une des réponses possibles`,
    en: `“${code}” is not one of the possible answers`,
  }),
});

const readCode = (facts: AnswerFacts, input: Input): Entered => {
  if (typeof input !== 'string') return expected(facts, 'choisissez une réponse', 'choose one answer');
  return (allowedCodes(facts)?.includes(input) ?? true) ? answered(input) : notAChoice(facts, input);
};

/** The chosen codes, sorted in the order of the list. */
const readCodes = (facts: AnswerFacts, input: Input): Entered => {
  const codes: readonly unknown[] = Array.isArray(input) ? input : [input];
  if (!codes.every((code) => typeof code === 'string')) {
    return expected(facts, 'choisissez une ou plusieurs réponses', 'choose one or more answers');
  }
  const alone = codes.find((code) => facts.element?.notAssessed.includes(code));
  if (alone !== undefined) {
    return expected(facts, `« ${alone} » se choisit seul`, `“${alone}” is chosen alone`);
  }
  const allowed = allowedCodes(facts);
  const stranger = codes.find((code) => allowed !== null && !allowed.includes(code));
  if (stranger !== undefined) return notAChoice(facts, stranger);
  const unique = [...new Set(codes)].sort();
  return answered(allowed === null ? unique : allowed.filter((code) => unique.includes(code)));
};

const readDate = (facts: AnswerFacts, input: Input): Entered => {
  const parsed = typeof input === 'string' ? parseLocalDate(input) : null;
  if (!parsed?.ok) return expected(facts, 'cette date n’existe pas', 'this date does not exist');
  return answered(dateValue(parsed.value));
};

const readText = (facts: AnswerFacts, input: Input): Entered =>
  typeof input === 'string' ? answered(input.trim()) : expected(facts, 'écrivez un texte', 'write a text');

const readers: Readonly<Record<Question['type'], (facts: AnswerFacts, input: Input) => Entered>> = {
  integer: readNumber,
  number: readNumber,
  boolean: readBoolean,
  code: readCode,
  codes: readCodes,
  date: readDate,
  text: readText,
};
