/**
 * The state of a graph: each name has a fixed place in an array, assigned when the graph is created. The records by
 * name (`values`, `details`) are built lazily and cached.
 */
import type { Memory } from '../run/compiled-names.ts';
import { entryOf, type Scope, type Value } from '../value.ts';

/** A compiled node: the place of its value, and the places that it reads. */
export type Step<Detail> = {
  readonly name: string;
  readonly place: number;
  readonly reads: readonly number[];
  readonly run: (memory: Memory, keep: (detail: Detail) => void) => Value;
};

export type Places = ReadonlyMap<string, number>;

/** Assigns a place to every node and every name that a node reads. */
export const placesOf = (nodes: readonly { readonly name: string; readonly reads: readonly string[] }[]): Places => {
  const names = new Set(
    nodes.flatMap(({ name, reads }) => [name, ...reads.map((read) => read.split('.', 1)[0] ?? read)]),
  );
  return new Map([...names].map((name, place) => [name, place]));
};

/** Immutable: an update returns a new state. */
export class PlacedState<Detail> {
  readonly steps: readonly Step<Detail>[];
  readonly places: Places;
  /** Every name that was given. Of those that have a place, the value is in the memory. */
  readonly inputs: Scope;
  readonly memory: readonly Value[];
  /** The kept detail of each step. */
  readonly kept: readonly (Detail | undefined)[];
  /** Indices of the steps that ran; `null` when all of them ran. */
  readonly ranSteps: readonly number[] | null;
  #values: Scope | null = null;
  #details: Readonly<Record<string, Detail>> | null = null;

  constructor(
    steps: readonly Step<Detail>[],
    places: Places,
    inputs: Scope,
    memory: readonly Value[],
    kept: readonly (Detail | undefined)[],
    ranSteps: readonly number[] | null,
  ) {
    this.steps = steps;
    this.places = places;
    this.inputs = inputs;
    this.memory = memory;
    this.kept = kept;
    this.ranSteps = ranSteps;
  }

  /** Inputs and computed values by name. */
  get values(): Scope {
    if (this.#values === null) {
      const values: Record<string, Value> = {};
      for (const name of Object.keys(this.inputs)) values[name] = this.value(name);
      for (const { name, place } of this.steps) values[name] = this.memory[place] ?? null;
      this.#values = values;
    }
    return this.#values;
  }

  /** One value, without building the record of all values. */
  value(name: string): Value {
    const place = this.places.get(name);
    return place === undefined ? entryOf(this.inputs, name) : (this.memory[place] ?? null);
  }

  get details(): Readonly<Record<string, Detail>> {
    if (this.#details === null) {
      const details: Record<string, Detail> = {};
      this.kept.forEach((detail, step) => {
        if (detail !== undefined) details[this.steps[step]?.name ?? ''] = detail;
      });
      this.#details = details;
    }
    return this.#details;
  }

  get ran(): readonly string[] {
    return this.ranSteps?.map((step) => this.steps[step]?.name ?? '') ?? this.steps.map(({ name }) => name);
  }
}

export const evaluateAll = <Detail>(
  steps: readonly Step<Detail>[],
  places: Places,
  inputs: Scope,
): PlacedState<Detail> => {
  const memory = memoryOf(places, inputs);
  const kept: (Detail | undefined)[] = new Array(steps.length).fill(undefined);
  let at = 0;
  const keep = (detail: Detail): void => {
    kept[at] = detail;
  };
  for (; at < steps.length; at++) {
    const step = steps[at];
    if (step) memory[step.place] = step.run(memory, keep);
  }
  return new PlacedState(steps, places, inputs, memory, kept, null);
};

/** Rebuilds a state from stored plain records, so that it can be updated. */
export const restored = <Detail>(
  steps: readonly Step<Detail>[],
  places: Places,
  state: { readonly values: Scope; readonly details: Readonly<Record<string, Detail>> },
): PlacedState<Detail> => {
  const inputs = copyOf(state.values);
  for (const { name } of steps) delete inputs[name];
  const kept = steps.map(({ name }) => (Object.hasOwn(state.details, name) ? state.details[name] : undefined));
  return new PlacedState(steps, places, inputs, memoryOf(places, state.values), kept, []);
};

const memoryOf = (places: Places, scope: Scope): Value[] => {
  const memory: Value[] = new Array(places.size).fill(null);
  for (const name of Object.keys(scope)) {
    const place = places.get(name);
    if (place !== undefined) memory[place] = scope[name] ?? null;
  }
  return memory;
};

/** Written key by key: spreading a record of a hundred names costs more than running all the decisions on it. */
export const copyOf = (scope: Scope): Record<string, Value> => {
  const copy: Record<string, Value> = {};
  for (const name of Object.keys(scope)) copy[name] = scope[name] ?? null;
  return copy;
};
