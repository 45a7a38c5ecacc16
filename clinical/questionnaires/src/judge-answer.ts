/**
 * The verdict on one answer, given the other answers: accepted, accepted with a warning, or refused; also whether it is
 * required, and which choices are offered.
 *
 * An impossible answer (wrong type, code, hard limits, constraint) is refused and has no value. An unusual answer
 * counts at once and gets a warning, since an alarm must not wait for a confirmation. A rule that lacks a value neither
 * refuses nor warns; it reports what it lacks.
 */
import type { Scope, Value } from '@denba/decisions/value';
import { pathIn } from './cells.ts';
import type { Choice } from './form.ts';
import type { Rule, VerdictStep } from './form-plan.ts';
import type { QuestionState } from './form-state.ts';
import { type AnswerError, type Entered, enteredValue, notAChoiceError } from './read-answer.ts';
import { type Frame, missingIn, runCondition, runRule } from './run-rule.ts';
import { warningsAbout } from './warnings-about.ts';
import { refusedByRule } from './wording.ts';

export const judgeAnswer = (step: VerdictStep, frame: Frame): QuestionState => {
  const path = pathIn(frame.chain, step.name, step.repeats.length);
  const entered = frame.cells.entered.get(path) ?? { state: 'notRelevant' };
  const answer = frame.answers.byPath[path] ?? null;
  const state = { kind: 'question', path, question: step.question, input: answer?.input ?? null } as const;
  if (entered.state === 'notRelevant') return { ...state, ...notAsked };
  const choices = offeredChoices(step, frame);
  const value = enteredValue(entered);
  const constraint = checkRule('constraint', step.constraint, value, frame);
  const plausible = checkRule('plausible', step.plausible, value, frame);
  const errors = errorsOf(step, entered, choices, constraint.holds);
  return {
    ...state,
    answer: errors.length > 0 ? 'refused' : entered.state,
    value: errors.length === 0 ? value : null,
    required: typeof step.required === 'boolean' ? step.required : runCondition(step.required, frame) !== false,
    errors,
    warnings: warningsAbout({
      question: step.question,
      element: frame.compiled.form.elements[step.name] ?? null,
      entered: errors.length === 0 ? entered : { state: 'unanswered' },
      isPlausible: plausible.holds,
      earlier: frame.circumstances.earlier[path] ?? null,
      confirmed: answer?.confirmed ?? [],
    }),
    unchecked: [...constraint.unchecked, ...plausible.unchecked],
    choices,
    proposed: entered.state === 'unanswered' ? proposalFor(step, path, frame) : null,
  };
};

const proposalFor = (step: VerdictStep, path: string, frame: Frame): Value =>
  frame.circumstances.proposed?.[path] ?? (step.default === null ? null : runRule(step.default, frame));

const notAsked = {
  answer: 'notRelevant',
  value: null,
  required: false,
  errors: [],
  warnings: [],
  unchecked: [],
  choices: null,
  proposed: null,
} as const;

type Checked = { readonly holds: boolean; readonly unchecked: QuestionState['unchecked'] };

/**
 * Whether the rule holds; only a result of false means that it does not. Without an answer there is nothing to check.
 */
const checkRule = (rule: 'constraint' | 'plausible', by: Rule | null, value: Value, frame: Frame): Checked => {
  if (by === null || value === null) return { holds: true, unchecked: [] };
  const local: Scope = { value };
  const holds = runCondition(by, frame, local);
  if (holds !== null) return { holds, unchecked: [] };
  return { holds: true, unchecked: [{ rule, missing: missingIn(by, frame, local) }] };
};

const offeredChoices = (step: VerdictStep, frame: Frame): readonly Choice[] | null => {
  const { question, choiceFilter } = step;
  if (question.choices === null) return null;
  const choices = frame.compiled.form.choices[question.choices] ?? [];
  if (choiceFilter === null) return choices;
  return choices.filter(
    ({ name, columns }) => runCondition(choiceFilter, frame, { choice: { ...columns, name } }) !== false,
  );
};

const errorsOf = (
  { question }: VerdictStep,
  entered: Entered,
  choices: readonly Choice[] | null,
  constraintHolds: boolean,
): readonly AnswerError[] => {
  if (entered.state === 'refused') return [entered.error];
  if (entered.state !== 'answered') return [];
  const offered = question.type === 'boolean' ? null : (choices?.map(({ name }) => name) ?? null);
  const codes = (Array.isArray(entered.value) ? entered.value : [entered.value]).map(String);
  const stranger = codes.find((code) => offered !== null && !offered.includes(code));
  if (stranger !== undefined) return [notAChoiceError(question.label, stranger)];
  if (constraintHolds) return [];
  return [{ kind: 'constraint', message: refusedByRule(question.label, question.constraintMessage) }];
};
