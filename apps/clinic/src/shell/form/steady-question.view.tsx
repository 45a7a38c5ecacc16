/**
 * A question that is rendered again only when something about it changed. An answer changes one question of twenty, and
 * on a cheap phone rendering the other nineteen would take most of the time.
 */
import { sameProps, steady } from '@denba/kit/frames/steady';
import { QuestionView } from './question.view.tsx';
import type { QuestionViewProps } from './question-props.ts';

/** Compares callbacks by identity, and everything else by value, which is plain data that may be created anew. */
export const sameQuestion = (before: QuestionViewProps, after: QuestionViewProps): boolean =>
  sameProps(before, after, (name) => {
    if (name === 'state') return sameState(before.state, after.state);
    return typeof after[name] !== 'function' && sameData(before[name], after[name]);
  });

const sameState = (a: QuestionViewProps['state'], b: QuestionViewProps['state']): boolean =>
  a.question === b.question && a.path === b.path && sameData(shown(a), shown(b));

const shown = ({ answer, input, required, errors, warnings, choices, proposed }: QuestionViewProps['state']) => [
  ...[answer, input, required, errors, warnings, proposed],
  choices?.map(({ name }) => name) ?? null,
];

const sameData = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const SteadyQuestion = steady(QuestionView, sameQuestion);
