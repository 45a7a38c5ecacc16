/**
 * A robot that fills a form without a screen and counts the taps that a worker would need. One tap each: a choice, a
 * digit or letter, « suivant » once per section, the button for signs that were looked for and are not there, accepting
 * a proposal. A date of this year takes at most four digits (ui/kit/src/fields/date-entry.ts); a village is picked
 * after a few letters. Sections with only settings are not shown.
 */
import type { Input } from '@denba/questionnaires/answers';
import type { FormView, QuestionState } from '@denba/questionnaires/form-state';
import { inputOf } from '@denba/questionnaires/input-of';
import { sweepable } from '@denba/questionnaires/sweepable';

export type RobotForm<State> = {
  readonly view: (state: State) => FormView;
  readonly answer: (state: State, path: string, input: Input) => State;
  readonly sweep: (state: State, group: string) => State;
};

export type Walk<State> = {
  readonly state: State;
  readonly taps: number;
  /** Taps per section, in the order in which the sections were filled. */
  readonly bySection: readonly (readonly [section: string, taps: number])[];
};

/** `intended`: the robot's answers by path; it skips questions that are neither required nor in `intended`. */
export const walkForm = <State>(
  form: RobotForm<State>,
  start: State,
  intended: Readonly<Record<string, Input>>,
): Walk<State> => {
  let state = start;
  const bySection: [string, number][] = [];
  const done = new Set<string>();
  for (;;) {
    const section = sectionsOf(form.view(state)).find(({ path }) => !done.has(path));
    if (section === undefined) break;
    done.add(section.path);
    let taps = 0;
    if (sweepable(form.view(state), section.path).size > 0) {
      state = form.sweep(state, section.path);
      taps += 1;
    }
    for (;;) {
      const open = questionsOf(form.view(state), section.path).find(
        (question) => question.answer === 'unanswered' && (question.required || Object.hasOwn(intended, question.path)),
      );
      if (open === undefined) break;
      const proposed = inputOf(open.proposed);
      const input = intended[open.path] ?? proposed;
      if (input === null) throw new Error(`the robot does not know what to answer to ${open.path}`);
      taps += JSON.stringify(input) === JSON.stringify(proposed) ? 1 : tapsFor(open, input);
      state = form.answer(state, open.path, input);
    }
    bySection.push([section.path, taps + 1]);
  }
  return { state, taps: bySection.reduce((sum, [, taps]) => sum + taps, 0), bySection };
};

const villageLetters = 3;

const tapsFor = ({ question, path }: QuestionState, input: Input): number => {
  if (question.type === 'date') return 4;
  if (path === 'village') return villageLetters + 1;
  if (typeof input === 'number' && question.choices === null) return String(input).length;
  if (question.type === 'text') return String(input).length;
  return Array.isArray(input) ? input.length : 1;
};

/** Top-level groups and each instance of a repeat, without those that ask only settings or details. */
const sectionsOf = (view: FormView): readonly { readonly path: string }[] =>
  view.visible
    .filter((item) => (item.kind === 'group' && !item.path.includes('.')) || item.kind === 'instance')
    .filter(({ path }) => questionsOf(view, path).some(({ question }) => !folded.has(question.widget ?? '')));

const folded = new Set(['setting', 'detail']);

const questionsOf = (view: FormView, section: string): readonly QuestionState[] => {
  const from = view.visible.findIndex(({ path }) => path === section);
  const rest = view.visible.slice(from + 1);
  const end = rest.findIndex(
    (item) => (item.kind === 'group' && !item.path.includes('.')) || item.kind === 'instance' || item.kind === 'repeat',
  );
  return (end < 0 ? rest : rest.slice(0, end)).filter((item): item is QuestionState => item.kind === 'question');
};
