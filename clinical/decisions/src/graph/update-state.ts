/** The state after some inputs changed: only the steps that a change reaches are run again. */
import { same } from '../run/comparison.ts';
import type { Scope, Value } from '../value.ts';
import { copyOf, PlacedState, type Places, type Step } from './placed-state.ts';

/** By place: the steps that read it, each of which stands after all that it reads. */
type Readers = readonly (readonly number[])[];

export const readersOf = (steps: readonly Step<unknown>[], places: Places): Readers => {
  const readers: number[][] = Array.from({ length: places.size }, () => []);
  steps.forEach(({ reads }, at) => {
    for (const place of reads) readers[place]?.push(at);
  });
  return readers;
};

export const updateSome = <Detail>(
  steps: readonly Step<Detail>[],
  places: Places,
  readers: Readers,
  computed: { readonly has: (name: string) => boolean },
  state: PlacedState<Detail>,
  changes: Scope,
): PlacedState<Detail> => {
  // Most changes are of names that were given before: the record of all names is then the same.
  let inputs: Record<string, Value> | null = null;
  const memory = [...state.memory];
  const kept = [...state.kept];
  const due = new Uint8Array(steps.length);
  for (const name of Object.keys(changes)) {
    const value = changes[name] ?? null;
    if (computed.has(name) || same(state.value(name), value)) continue;
    const place = places.get(name);
    if (place === undefined || !Object.hasOwn(state.inputs, name)) {
      inputs ??= copyOf(state.inputs);
      inputs[name] = value;
    }
    if (place === undefined) continue;
    memory[place] = value;
    markDue(due, readers[place]);
  }
  const ran: number[] = [];
  let at = 0;
  const keep = (detail: Detail): void => {
    kept[at] = detail;
  };
  for (; at < steps.length; at++) {
    const step = steps[at];
    if (!step || due[at] !== 1) continue;
    kept[at] = undefined;
    const value = step.run(memory, keep);
    ran.push(at);
    if (!same(memory[step.place] ?? null, value)) markDue(due, readers[step.place]);
    memory[step.place] = value;
  }
  return new PlacedState(steps, places, inputs ?? state.inputs, memory, kept, ran);
};

const markDue = (due: Uint8Array, steps: readonly number[] = []): void => {
  for (const at of steps) due[at] = 1;
};
