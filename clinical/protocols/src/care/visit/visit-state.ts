/**
 * The state of a visit in progress, as a pure state machine. The form and the assessor depend on each other: answers
 * become inputs, inputs give conclusions, and the conclusions that the form reads (the age, the emerging class) show or
 * hide questions, which changes the inputs again. Each act repeats this until nothing changes any more:
 *
 * ```text
 *  act ─▶ form ─▶ inputs that changed ─▶ assessor ─▶ conclusions that the form reads
 *           ▲                                                   │
 *           └───────────── only those that changed ◀────────────┘
 * ```
 *
 * The repetition ends, because no question's relevance may depend on its own answer through a conclusion
 * (`check/check-form-loops.ts` refuses such a sheet). If an unchecked protocol does loop, the last state is kept and
 * `settled` is false.
 */
import type { Scope } from '@denba/decisions/value';
import type { Answers, Input } from '@denba/questionnaires/answers';
import * as form from '@denba/questionnaires/fill-form';
import type { Assessment } from '../../assess/assessment.ts';
import { type LiveAssessment, valueIn } from '../../assess/live-assessment.ts';
import type { Inputs } from '../../assess/read-inputs.ts';
import type { VisitOpening } from './open-visit.ts';
import type { VisitEngine } from './visit-engine.ts';
import { changedInputs, visitInputs } from './visit-inputs.ts';

export type VisitState = {
  readonly engine: VisitEngine;
  readonly opening: VisitOpening;
  readonly filling: form.Filling;
  readonly assessment: LiveAssessment;
  /** The inputs from which `assessment` was made. */
  readonly inputs: Inputs;
  /** False when form and assessor did not settle: a defect of the protocol. */
  readonly settled: boolean;
};

/** `answers`: those of a draft that is continued; by default, the answers filled in beforehand. */
export const startVisit = (
  engine: VisitEngine,
  opening: VisitOpening,
  answers: Answers = opening.answers,
): VisitState => {
  const filling = form.openForm(engine.form, opening.circumstances, answers);
  const inputs = visitInputs(filling.view, opening.known, engine.elements);
  const assessment = engine.assessor.assess(inputs);
  const told = form.withGiven(filling, conclusionsForForm(assessment, engine.readsFromOutside));
  return settle({ engine, opening, filling: told, assessment, inputs, settled: true });
};

export const answerAndAssess = (state: VisitState, path: string, input: Input): VisitState =>
  after(state, form.answer(state.filling, path, input));

export const clear = (state: VisitState, path: string): VisitState => after(state, form.clear(state.filling, path));

/** The worker has read a warning and confirms that the answer is right. */
export const confirm = (state: VisitState, path: string, warning: string): VisitState =>
  after(state, form.confirm(state.filling, path, warning));

/** The worker accepts the proposed value. */
export const acceptProposal = (state: VisitState, path: string): VisitState =>
  after(state, form.acceptProposal(state.filling, path));

/** Sweep: the worker looked for each remaining sign of this section and found none. */
export const sweep = (state: VisitState, groupPath: string): VisitState =>
  after(state, form.sweep(state.filling, groupPath));

export const addInstance = (state: VisitState, repeatPath: string): VisitState =>
  after(state, form.addInstance(state.filling, repeatPath));

export const removeInstance = (state: VisitState, repeatPath: string, instance: number): VisitState =>
  after(state, form.removeInstance(state.filling, repeatPath, instance));

/** The conclusions and facts that a form reads from outside, by name. */
export const conclusionsForForm = (assessment: Assessment, names: readonly string[]): Scope =>
  Object.fromEntries(names.map((name) => [name, valueIn(assessment, name)]));

const after = (state: VisitState, filling: form.Filling): VisitState =>
  filling === state.filling ? state : settle({ ...state, filling, settled: true });

/**
 * Accepts the proposed value for questions whose widget is `setting` (the type of visit, the instrument in use),
 * because they are not observations. The worker may change them.
 */
const withSettings = (filling: form.Filling): form.Filling =>
  filling.view.questions.reduce(
    (settled, { path, question, answer }) =>
      question.widget === 'setting' && answer === 'unanswered' ? form.acceptProposal(settled, path) : settled,
    filling,
  );

/** The longest chain that a protocol needs today is three: an answer, a class, and a question that the class raises. */
const MOST_ROUNDS = 8;

const settle = (state: VisitState): VisitState => {
  const { engine, opening } = state;
  let { filling, assessment, inputs } = state;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    filling = withSettings(filling);
    const next = visitInputs(filling.view, opening.known, engine.elements);
    const changes = changedInputs(inputs, next);
    if (Object.keys(changes).length === 0) return { ...state, filling, assessment, inputs };
    inputs = next;
    assessment = engine.assessor.reassess(assessment, changes);
    const told = form.withGiven(filling, conclusionsForForm(assessment, engine.readsFromOutside));
    if (told === filling) return { ...state, filling, assessment, inputs };
    filling = told;
  }
  return { ...state, filling, assessment, inputs, settled: false };
};
