/**
 * A question that is rendered again only when something about it changed. An answer changes one question of twenty, and
 * on a cheap phone rendering the other nineteen would take most of the time.
 */
import { Component } from 'preact';
import { QuestionView } from './question.view.tsx';
import type { QuestionViewProps } from './question-props.ts';

export class SteadyQuestion extends Component<QuestionViewProps> {
  override shouldComponentUpdate(next: QuestionViewProps): boolean {
    return !sameQuestion(this.props, next);
  }

  override render() {
    return <QuestionView {...this.props} />;
  }
}

/** Compares callbacks by identity, and everything else by value: it is plain data that is created anew each time. */
export const sameQuestion = ({ state: a, ...before }: QuestionViewProps, { state: b, ...after }: QuestionViewProps) => {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof typeof before>;
  for (const name of names) {
    const [was, is] = [before[name], after[name]];
    if (was !== is && (typeof was === 'function' || !sameData(was, is))) return false;
  }
  return a.question === b.question && a.path === b.path && sameData(shown(a), shown(b));
};

const shown = ({ answer, input, required, errors, warnings, choices, proposed }: QuestionViewProps['state']) => [
  ...[answer, input, required, errors, warnings, proposed],
  choices?.map(({ name }) => name) ?? null,
];

const sameData = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
