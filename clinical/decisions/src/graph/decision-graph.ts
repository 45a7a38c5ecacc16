/**
 * Decisions that read each other: they run in dependency order, and after a change only the affected ones run again.
 *
 * Deterministic: the same inputs give the same state, whatever the order of the nodes or of the changes.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import type { Text } from '@denba/quantities/text';
import type { Lookup, Memory } from '../run/compiled-names.ts';
import { byPlace } from '../run/compiled-names.ts';
import type { Scope, Value } from '../value.ts';
import { evaluateAll, PlacedState, placesOf, restored, type Step } from './placed-state.ts';
import { readersOf, updateSome } from './update-state.ts';

export type GraphNode<Detail = never> = {
  /** The name of the result, under which other nodes read it. */
  readonly name: string;
  /** The names that the node reads; of a path such as `danger_signs.level` only the first part counts. */
  readonly reads: readonly string[];
  /** Called once, when the graph is created. `lookup` gives the place of each name. */
  readonly prepare: (lookup: Lookup) => NodeRun<Detail>;
};

/** Must be pure. `keep` stores a detail beside the value, such as the table's trace. */
export type NodeRun<Detail = never> = (memory: Memory, keep: (detail: Detail) => void) => Value;

export type GraphState<Detail = never> = {
  /** Inputs and computed values: the scope of every expression. */
  readonly values: Scope;
  readonly details: Readonly<Record<string, Detail>>;
  /** The names of the nodes that ran for this state, in order. */
  readonly ran: readonly string[];
};

/** A state just computed: it can also give one value without building `values`. */
export type RunState<Detail = never> = GraphState<Detail> & { readonly value: (name: string) => Value };

export type DecisionGraph<Detail = never> = {
  /** The names of all nodes, each after everything that it reads. */
  readonly order: readonly string[];
  readonly evaluate: (inputs: Scope) => RunState<Detail>;
  /**
   * The state after some inputs changed. Runs the nodes that read a changed name, directly or indirectly, and goes no
   * further where a node keeps its value.
   */
  readonly update: (state: GraphState<Detail>, changes: Scope) => RunState<Detail>;
};

export type GraphError = {
  readonly kind: 'cycle' | 'duplicateName';
  /** For a cycle: each name reads the next, and the last reads the first. */
  readonly names: readonly string[];
  readonly message: Text;
  readonly cure: Text;
};

export const createGraph = <Detail = never>(
  nodes: readonly GraphNode<Detail>[],
): Result<DecisionGraph<Detail>, GraphError> => {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const twice = nodes.find((node) => byName.get(node.name) !== node);
  if (twice) return err(duplicateName(twice.name));
  const sorted = inOrder([...byName.values()], byName);
  if (!sorted.ok) return sorted;
  const places = placesOf(sorted.value);
  const lookup = byPlace(places);
  const steps = sorted.value.map((node): Step<Detail> => {
    const reads = new Set(node.reads.map((name) => places.get(rootOf(name)) ?? -1));
    return { name: node.name, place: places.get(node.name) ?? -1, reads: [...reads], run: node.prepare(lookup) };
  });
  const readers = readersOf(steps, places);
  return ok({
    order: steps.map(({ name }) => name),
    evaluate: (inputs) => evaluateAll(steps, places, inputs),
    update: (state, changes) => {
      const placed = state instanceof PlacedState ? state : restored(steps, places, state);
      return updateSome(steps, places, readers, byName, placed, changes);
    },
  });
};
const rootOf = (name: string): string => name.split('.', 1)[0] ?? name;

type Named<Detail> = ReadonlyMap<string, GraphNode<Detail>>;

/**
 * Depth first in the given order, so that the result is stable. Meeting a name again on the current path means a cycle.
 */
const inOrder = <Detail>(
  nodes: readonly GraphNode<Detail>[],
  byName: Named<Detail>,
): Result<GraphNode<Detail>[], GraphError> => {
  const done = new Set<string>();
  const order: GraphNode<Detail>[] = [];
  const place = (node: GraphNode<Detail>, above: readonly string[]): GraphError | null => {
    if (done.has(node.name)) return null;
    if (above.includes(node.name)) return cycle(above.slice(above.indexOf(node.name)));
    for (const name of node.reads) {
      const read = byName.get(rootOf(name));
      const error = read ? place(read, [...above, node.name]) : null;
      if (error) return error;
    }
    done.add(node.name);
    order.push(node);
    return null;
  };
  for (const node of nodes) {
    const error = place(node, []);
    if (error) return err(error);
  }
  return ok(order);
};

const cycle = (names: readonly string[]): GraphError => {
  const ring = [...names, names[0]].join(' → ');
  return {
    kind: 'cycle',
    names,
    message: {
      fr: `Ces décisions se lisent en rond : ${ring}.`,
      en: `These decisions read each other in a ring: ${ring}.`,
    },
    cure: {
      fr: 'Retirez une de ces lectures, ou faites de la partie commune une décision à part.',
      en: 'Remove one of these readings, or make the shared part a decision of its own.',
    },
  };
};

const duplicateName = (name: string): GraphError => ({
  kind: 'duplicateName',
  names: [name],
  message: { fr: `« ${name} » est défini deux fois.`, en: `"${name}" is defined twice.` },
  cure: { fr: 'Gardez une définition, ou renommez l’autre.', en: 'Keep one definition, or rename the other.' },
});
