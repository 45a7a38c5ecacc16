/**
 * A derived value or a table prepared for caching its answers: what it reads, which parts of that decide its answer,
 * and how to run it when the answer is not cached. It runs the same functions as an assessment.
 */
import { type Expression, namesIn } from '@denba/decisions/expression';
import type { GraphNode } from '@denba/decisions/graph/decision-graph';
import { compileNode } from '@denba/decisions/run/compile-node';
import { byPlace, type Lookup } from '@denba/decisions/run/compiled-names';
import { foldConstants, foldTests } from '@denba/decisions/run/fold-constants';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import type { TableResult } from '@denba/decisions/tables/table-result';
import type { Value } from '@denba/decisions/value';
import type { NotedThreshold } from '@denba/growth/growth-judgement/noted-threshold';
import { parameterContext, protocolNodes } from '../../assess/create-assessor.ts';
import { namesInTable } from '../../assess/names-behind.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { growthFunctions } from '../../growth-functions.ts';
import { type GrowthCall, growthCallIn } from './growth-call.ts';
import type { Part } from './part.ts';
import { pathsRead } from './read-path.ts';
import { tableParts } from './table-parts.ts';

export type LogicNode = {
  readonly name: string;
  /** Paths such as `growth.gain_g`. Parameters are left out, because they are part of the definition. */
  readonly reads: readonly string[];
  /** Text of everything that decides the answer besides the values read. Words, sources and status are left out. */
  readonly definition: string;
  /** The same for the value at one path, without what does not decide that value. */
  readonly definitionOf: (path: string) => string;
  /** For the judgement of growth: its call, split into thresholds and the rest. */
  readonly growth: GrowthCall | null;
  /** Cases that are equal in every part have the same answer. Computed on request, because a draft runs few of the nodes. */
  readonly parts: () => readonly Part[];
  /** Position in the memory by first name of the paths read; the parameters are at position 0. */
  readonly places: ReadonlyMap<string, number>;
  readonly parameters: Value;
  /** Returns a runner for readers of these paths only: other entries of the answer may be missing. */
  readonly runFor: (paths: readonly string[]) => Run;
  /** Like `run`, but notes what the thresholds are compared with; `null` when the node has no thresholds of its own. */
  readonly notingRunFor: (paths: readonly string[]) => NotingRun | null;
};

export type Run = (memory: readonly Value[]) => Value;
export type NotingRun = { readonly run: Run; readonly thresholds: readonly NotedThreshold[] };

/** All nodes of a protocol, by name. */
export const logicNodes = (protocol: CompiledProtocol): ReadonlyMap<string, LogicNode> => {
  const p = parameterContext(protocol);
  const graph = new Map(protocolNodes(protocol).map((node) => [node.name, node]));
  const readsAndPlaces = (names: readonly string[]) => {
    const reads = pathsRead(names);
    const places = placesOf(reads);
    return { reads, places, parameters: p, lookup: byPlace(places) };
  };
  return new Map([
    ...protocol.derived.map(({ name, expression }): [string, LogicNode] => {
      const { lookup, ...made } = readsAndPlaces(namesIn(expression));
      const folded = foldConstants(expression, { p });
      const growth = growthCallIn(folded);
      const definition = JSON.stringify(folded);
      return [
        name,
        {
          ...made,
          name,
          parts: () => made.reads.map(asItIs),
          definition,
          definitionOf: (path) => (growth === null ? definition : JSON.stringify(growth.decidedBy(path))),
          growth,
          runFor: (paths) => runOf(growth?.telling(paths) ?? folded, lookup),
          notingRunFor: (paths) => {
            const noting = growth?.noting(paths) ?? null;
            return noting && { run: runOf(noting.expression, lookup), thresholds: noting.thresholds };
          },
        },
      ];
    }),
    ...protocol.tables.map((table): [string, LogicNode] => {
      const { lookup, ...made } = readsAndPlaces(namesInTable(table));
      const definition = tableDefinition(table, p);
      return [
        table.name,
        {
          ...made,
          name: table.name,
          parts: () => tableParts(table, made.reads, lookup, p),
          definition,
          definitionOf: () => definition,
          growth: null,
          runFor: () => runOfNode(graph.get(table.name), lookup),
          notingRunFor: () => null,
        },
      ];
    }),
  ]);
};

const asItIs = (_: string, at: number): Part => ({ reads: [at], sign: null });

const placesOf = (reads: readonly string[]): ReadonlyMap<string, number> =>
  new Map(['p', ...new Set(reads.map((path) => path.split('.', 1)[0] ?? path))].map((name, place) => [name, place]));

const runOf = (expression: Expression, lookup: Lookup): Run => {
  const run = compileNode(expression, null, { functions: growthFunctions, lookup });
  return (memory) => run(memory, null);
};

const runOfNode = (node: GraphNode<TableResult> | undefined, lookup: Lookup): Run => {
  if (node === undefined) throw new TypeError('a node that the graph does not hold');
  const run = node.prepare(lookup);
  return (memory) => run(memory, forgotten);
};

/** Discards table results: traces are made for one assessment at a time (why-changed.ts). */
const forgotten = (): void => {};

type Parameters = Readonly<Record<string, Value>>;

const tableDefinition = ({ hitPolicy, inputs, outputs, rows }: DecisionTable, p: Parameters): string => {
  const fold = (expression: Expression | null | undefined) =>
    expression == null ? null : foldConstants(expression, { p });
  return JSON.stringify([
    hitPolicy,
    inputs.map(({ source, expression }) => [source, fold(expression)]),
    outputs.map((output) => [output.name, output.values ?? null, fold(output.default)]),
    rows.map((row) => [
      row.id,
      row.for ?? null,
      row.tests.map((tests) => tests && foldTests(tests, { p })),
      row.outputs.map(fold),
    ]),
  ]);
};
