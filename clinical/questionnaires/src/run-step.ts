/** Computes the result of each kind of step, given the cells of the steps before it. */
import type { Value } from '@denba/decisions/value';
import { and } from '@denba/quantities/ternary';
import { type Instances, instanceChains, pathIn } from './cells.ts';
import type {
  CalculationStep,
  EnteredStep,
  InstancesStep,
  QuestionValueStep,
  RelevanceStep,
  RepeatValueStep,
} from './form-plan.ts';
import type { Relevance } from './form-state.ts';
import { type Entered, readAnswer } from './read-answer.ts';
import { type Frame, missingIn, runCondition, runRule } from './run-rule.ts';

/**
 * Relevance is inherited: items of a group that is not asked are not asked, and those of a group with unknown relevance
 * have at most unknown relevance.
 */
export const runRelevance = (step: RelevanceStep, frame: Frame): Relevance => {
  const parent = step.parent
    ? frame.cells.relevance.get(pathIn(frame.chain, step.parent.name, step.parent.depth))
    : undefined;
  const outer = parent ?? { holds: true, missing: [] };
  if (outer.holds === false || step.rule === null) return outer;
  const own = runCondition(step.rule, frame);
  const missing = own === null ? missingIn(step.rule, frame) : [];
  const holds = and(outer.holds, own);
  return { holds, missing: holds === null ? [...new Set([...outer.missing, ...missing])] : [] };
};

/** The maximum number of instances that a count may give; a higher count is a typing mistake and counts as unknown. */
const MOST_INSTANCES = 50;

export const runInstances = (step: InstancesStep, frame: Frame): Instances => {
  const path = pathIn(frame.chain, step.name, step.repeats.length);
  if (frame.cells.relevance.get(path)?.holds !== true) return { numbers: [], missing: [] };
  if (step.count === null) return { numbers: frame.answers.instances[path] ?? [], missing: [] };
  const count = runRule(step.count, frame);
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > MOST_INSTANCES) {
    return { numbers: null, missing: missingIn(step.count, frame) };
  }
  return { numbers: Array.from({ length: count }, (_, index) => index + 1), missing: [] };
};

export const runEntered = (step: EnteredStep, frame: Frame): Entered => {
  const path = pathIn(frame.chain, step.name, step.repeats.length);
  if (frame.cells.relevance.get(path)?.holds !== true) return { state: 'notRelevant' };
  const { form } = frame.compiled;
  const { question, maxDifference } = step;
  const difference =
    maxDifference === null || typeof maxDifference === 'number' ? maxDifference : runRule(maxDifference, frame);
  const facts = {
    question,
    element: form.elements[question.name] ?? null,
    choices: question.choices === null ? null : (form.choices[question.choices] ?? []),
    maxDifference: typeof difference === 'number' ? difference : null,
  };
  return readAnswer(facts, frame.answers.byPath[path]?.input ?? null);
};

export const runValue = (step: QuestionValueStep | CalculationStep | RepeatValueStep, frame: Frame): Value => {
  const path = pathIn(frame.chain, step.name, step.repeats.length);
  switch (step.of) {
    case 'question':
      return frame.cells.verdict.get(path)?.value ?? null;
    case 'calculation':
      return frame.cells.relevance.get(path)?.holds === true ? runRule(step.rule, frame) : null;
    case 'repeat':
      return listOf(step, path, frame);
  }
};

/** The list of a repeat's instances; `null` while their number is unknown or the repeat is not asked. */
const listOf = (step: RepeatValueStep, path: string, frame: Frame): Value => {
  if (frame.cells.relevance.get(path)?.holds !== true) return null;
  if (frame.cells.instances.get(path)?.numbers == null) return null;
  const depth = step.repeats.length + 1;
  return instanceChains(frame.chain, step.name, frame.cells).map((chain) =>
    Object.fromEntries(step.members.map((name) => [name, frame.cells.value.get(pathIn(chain, name, depth)) ?? null])),
  );
};
