/**
 * The questions of a group that one act (a sweep) may answer: asked, unanswered, and with an answer for "not there".
 */
import type { Input } from './answers.ts';
import type { FormItem } from './form.ts';
import type { FormView } from './form-state.ts';

/**
 * The answers (`well`) by path. Includes nested groups, but not instances of repeats, which must be answered one by
 * one.
 */
export const sweepable = ({ visible }: FormView, groupPath: string): ReadonlyMap<string, Input> => {
  const group = visible.find((item) => item.kind === 'group' && item.path === groupPath);
  if (group?.kind !== 'group') return new Map();
  const prefix = groupPath.slice(0, groupPath.lastIndexOf('.') + 1);
  const inside = new Set(namesIn(group.group.items).map((name) => `${prefix}${name}`));
  return new Map(
    visible.flatMap((item): [string, Input][] =>
      item.kind === 'question' && inside.has(item.path) && item.answer === 'unanswered' && item.question.well !== null
        ? [[item.path, item.question.well]]
        : [],
    ),
  );
};

const namesIn = (items: readonly FormItem[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'group' ? namesIn(item.items) : [item.name]));
