/**
 * A form being filled, as a pure state machine: `(form, answers) → what to show, what is wrong, what comes next`.
 *
 * `openForm` computes everything once; every later act returns a new state and recomputes only what depends on what the
 * act changed. The same answers give the same view, whatever the order of the acts.
 *
 * @example
 *   let filling = openForm(compiled, { given: { p: parameters }, earlier: {} });
 *   filling = answer(filling, 'weight_g', [2840, 2860]);
 *   filling.view.next; // 'oedema'
 */
import type { Scope } from '@denba/decisions/value';
import {
  type Answers,
  type Input,
  noAnswers,
  withAnswer,
  withConfirmation,
  withInstance,
  withoutAnswer,
  withoutInstance,
  withSweep,
} from './answers.ts';
import type { Cells } from './cells.ts';
import type { CompiledForm } from './compile-form.ts';
import type { Circumstances, FormView } from './form-state.ts';
import { inputOf } from './input-of.ts';
import { runSteps, type Touched } from './run-steps.ts';
import { sameData } from './same-data.ts';
import { sweepable } from './sweepable.ts';
import { viewForm } from './view-form.ts';

export type Filling = {
  readonly compiled: CompiledForm;
  readonly circumstances: Circumstances;
  readonly answers: Answers;
  readonly view: FormView;
  readonly cells: Cells;
  /** The steps that the last act ran, as `kind path`. */
  readonly ran: readonly string[];
};

export const openForm = (
  compiled: CompiledForm,
  circumstances: Circumstances,
  answers: Answers = noAnswers,
): Filling => {
  const { cells, ran } = runSteps(compiled, answers, circumstances, null);
  return { compiled, circumstances, answers, cells, ran, view: viewForm(compiled, answers, cells) };
};

/** Answers to paths that are not in the form are kept but have no effect: another version of the form may know them. */
export const answer = (filling: Filling, path: string, input: Input): Filling =>
  act(filling, withAnswer(filling.answers, path, input), path);

export const clear = (filling: Filling, path: string): Filling =>
  act(filling, withoutAnswer(filling.answers, path), path);

/** The worker has read a warning and confirms that the answer is right. No-op when there is no such warning. */
export const confirm = (filling: Filling, path: string, warning: string): Filling => {
  const warnings = filling.cells.verdict.get(path)?.warnings ?? [];
  if (!warnings.some(({ kind }) => kind === warning)) return filling;
  return act(filling, withConfirmation(filling.answers, path, warning), path);
};

/** The worker accepts the value proposed at `path`. No-op when nothing is proposed. */
export const acceptProposal = (filling: Filling, path: string): Filling => {
  const proposed = inputOf(filling.cells.verdict.get(path)?.proposed ?? null);
  return proposed === null ? filling : answer(filling, path, proposed);
};

/**
 * The worker looked for each sign of the group and found none. Answers every question of the group that is asked,
 * unanswered, and has an answer for "not there" (`Question.well`); all others stay as they are. The answers record the
 * groups that were swept.
 */
export const sweep = (filling: Filling, groupPath: string): Filling => {
  const inputs = sweepable(filling.view, groupPath);
  if (inputs.size === 0) return filling;
  return act(filling, withSweep(filling.answers, groupPath, inputs), ...inputs.keys());
};

/**
 * Updates facts from outside (the age after another visit date, the emerging class): only rules that read a changed
 * fact run again. Names that are not in `changes` keep their values; `null` makes a fact unknown.
 */
export const withGiven = (filling: Filling, changes: Scope): Filling => {
  const { answers, circumstances } = filling;
  const given = Object.keys(changes).filter((name) => !sameData(circumstances.given[name] ?? null, changes[name]));
  if (given.length === 0) return filling;
  const known = { ...circumstances.given, ...changes };
  return rerun(filling, answers, { ...circumstances, given: known }, { paths: [], given });
};

/** `repeatPath`: the path of the repeat, such as `twins`. */
export const addInstance = (filling: Filling, repeatPath: string): Filling =>
  act(filling, withInstance(filling.answers, repeatPath), repeatPath);

export const removeInstance = (filling: Filling, repeatPath: string, instance: number): Filling =>
  act(filling, withoutInstance(filling.answers, repeatPath, instance), repeatPath);

const act = (filling: Filling, answers: Answers, ...paths: readonly string[]): Filling =>
  answers === filling.answers ? filling : rerun(filling, answers, filling.circumstances, { paths, given: [] });

const rerun = (filling: Filling, answers: Answers, circumstances: Circumstances, touched: Touched): Filling => {
  const { compiled } = filling;
  const { cells, ran } = runSteps(compiled, answers, circumstances, { cells: filling.cells, touched });
  return { compiled, circumstances, answers, cells, ran, view: viewForm(compiled, answers, cells) };
};
