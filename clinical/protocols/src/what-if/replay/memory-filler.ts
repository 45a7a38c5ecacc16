/** Puts the values that a node reads where its closures look for them. */
import type { Value } from '@denba/decisions/value';
import { keysOf, rootOf } from './read-path.ts';

/**
 * Of a context that is read by `growth.gain_g` alone, only that entry is put back: a reader cannot tell the difference.
 * `places`: of the first names. The function returned fills the memory from the values of the paths, in their order.
 */
export const memoryFiller = (
  reads: readonly string[],
  places: ReadonlyMap<string, number>,
): ((memory: Value[], valueAt: (read: number) => Value, wanted?: readonly number[]) => void) => {
  const targets = reads.map((path) => ({ place: places.get(rootOf(path)) ?? -1, keys: keysOf(path) }));
  const all = reads.map((_, at) => at);
  return (memory, valueAt, wanted = all) => {
    const begun = new Set<number>();
    for (const read of wanted) {
      const target = targets[read];
      if (target === undefined) continue;
      const value = valueAt(read);
      if (target.keys.length === 0) memory[target.place] = value;
      else {
        if (!begun.has(target.place)) memory[target.place] = {};
        begun.add(target.place);
        put(memory[target.place] as Record<string, Value>, target.keys, value);
      }
    }
  };
};

const put = (context: Record<string, Value>, keys: readonly string[], value: Value): void => {
  const [key = '', ...rest] = keys;
  if (rest.length === 0) context[key] = value;
  else {
    const inner = (context[key] ?? {}) as Record<string, Value>;
    context[key] = inner;
    put(inner, rest, value);
  }
};
