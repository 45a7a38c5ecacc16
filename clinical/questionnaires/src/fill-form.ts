/**
 * A form being filled, as a pure state machine: `(form, answers) → what to show, what is wrong, what comes next`.
 *
 * `openForm` works everything out once; every act after it gives a new state and works out only what depends on what
 * the act changed. Whatever the order of the acts, the same answers give the same view.
 *
 * @example
 *   let filling = openForm(compiled, { given: { p: parameters }, earlier: {} });
 *   filling = answer(filling, 'weight_g', [2840, 2860]);
 *   filling.view.next; // 'oedema'
 */
import {
  type Answers,
  type Input,
  noAnswers,
  withAnswer,
  withConfirmation,
  withInstance,
  withoutAnswer,
  withoutInstance,
} from './answers.ts';
import type { Cells } from './cells.ts';
import type { CompiledForm } from './compile-form.ts';
import type { Circumstances, FormView } from './form-state.ts';
import { runSteps } from './run-steps.ts';
import { viewForm } from './view-form.ts';

export type Filling = {
  readonly compiled: CompiledForm;
  readonly circumstances: Circumstances;
  readonly answers: Answers;
  readonly view: FormView;
  readonly cells: Cells;
  /** What the last act worked out again, as `kind path`. */
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

/** Paths that are not in the form are kept, and count for nothing: another version of the form may know them. */
export const answer = (filling: Filling, path: string, input: Input): Filling =>
  act(filling, withAnswer(filling.answers, path, input), path);

export const clear = (filling: Filling, path: string): Filling =>
  act(filling, withoutAnswer(filling.answers, path), path);

/** The worker has read a warning and says that the answer is right. A warning that is not there is not confirmed. */
export const confirm = (filling: Filling, path: string, warning: string): Filling => {
  const warnings = filling.cells.verdict.get(path)?.warnings ?? [];
  if (!warnings.some(({ kind }) => kind === warning)) return filling;
  return act(filling, withConfirmation(filling.answers, path, warning), path);
};

/** `repeatPath`: the path of the repeat, such as `twins`. */
export const addInstance = (filling: Filling, repeatPath: string): Filling =>
  act(filling, withInstance(filling.answers, repeatPath), repeatPath);

export const removeInstance = (filling: Filling, repeatPath: string, instance: number): Filling =>
  act(filling, withoutInstance(filling.answers, repeatPath, instance), repeatPath);

const act = (filling: Filling, answers: Answers, touched: string): Filling => {
  if (answers === filling.answers) return filling;
  const { compiled, circumstances } = filling;
  const { cells, ran } = runSteps(compiled, answers, circumstances, { cells: filling.cells, touched });
  return { ...filling, answers, cells, ran, view: viewForm(compiled, answers, cells) };
};
