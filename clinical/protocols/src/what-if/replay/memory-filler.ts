/** Writes the values that a node reads to the memory positions where its closures expect them. */
import type { Value } from '@denba/decisions/value';
import { keysOf, rootOf } from './read-path.ts';
import type { ValueDictionary } from './value-dictionary.ts';

/**
 * Fills the memory for one case (`row`). `read`: for each path that the node reads, the numbers of the values by row.
 */
export type Fill = (memory: Value[], read: readonly Int32Array[], row: number) => void;

/**
 * A context of which only single entries are read (`growth.gain_g`) is rebuilt with those entries alone; readers cannot
 * tell the difference. `places`: memory positions by first name; `dictionaries`: those of the paths read. Returns a
 * function that makes a filler for some of the paths (by their positions), or for all.
 */
export const memoryFiller = (
  reads: readonly string[],
  places: ReadonlyMap<string, number>,
  dictionaries: readonly ValueDictionary[],
): ((wanted?: readonly number[]) => Fill) => {
  const all = reads.map((_, at) => at);
  return (wanted = all) => {
    const begun = new Set<number>();
    const steps = wanted.flatMap((at) => {
      const [path, dictionary] = [reads[at], dictionaries[at]];
      if (path === undefined || dictionary === undefined) return [];
      const place = places.get(rootOf(path)) ?? -1;
      const begins = !begun.has(place);
      begun.add(place);
      return [{ at, place, dictionary, keys: keysOf(path), begins }];
    });
    return (memory, read, row) => {
      for (const { at, place, dictionary, keys, begins } of steps) {
        const value = dictionary.valueOf((read[at] as Int32Array)[row] as number);
        if (keys.length === 0) memory[place] = value;
        else {
          if (begins) memory[place] = {};
          put(memory[place] as Record<string, Value>, keys, value);
        }
      }
    };
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
