/**
 * A derived value or a table as something whose answers can be remembered: what it reads, what of that decides its answer,
 * and how it is run when the answer is not known yet. It runs the very functions that an assessment runs.
 */
import { namesIn } from '@denba/decisions/expression';
import type { GraphNode } from '@denba/decisions/graph/decision-graph';
import { byPlace, type Lookup } from '@denba/decisions/run/compiled-names';
import { foldConstants, foldTests } from '@denba/decisions/run/fold-constants';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import type { TableResult } from '@denba/decisions/tables/table-result';
import type { Value } from '@denba/decisions/value';
import { parameterContext, protocolNodes } from '../assess/create-assessor.ts';
import { namesInTable } from '../assess/names-behind.ts';
import type { CompiledProtocol, Derived } from '../compile/compiled-protocol.ts';
import type { Part } from './part.ts';
import { pathsRead } from './read-path.ts';
import { tableParts } from './table-parts.ts';

export type LogicNode = {
  readonly name: string;
  /** Paths such as `growth.gain_g`; parameters are not among them, they are part of the definition. */
  readonly reads: readonly string[];
  /** Everything that decides its answer besides what it reads, as text. Words, sources and status are not in it. */
  readonly definition: string;
  /** Two cases that agree in every part have the same answer. */
  readonly parts: readonly Part[];
  /** Place in the memory by first name of the paths read; the parameters are at place 0. */
  readonly places: ReadonlyMap<string, number>;
  readonly parameters: Value;
  readonly run: (memory: readonly Value[]) => Value;
};

/** The nodes of a protocol by name. */
export const logicNodes = (protocol: CompiledProtocol): ReadonlyMap<string, LogicNode> => {
  const p = parameterContext(protocol);
  const graph = new Map(protocolNodes(protocol).map((node) => [node.name, node]));
  const made = (
    name: string,
    names: readonly string[],
    parts: (reads: readonly string[], lookup: Lookup) => Part[],
  ) => {
    const reads = pathsRead(names);
    const places = placesOf(reads);
    const lookup = byPlace(places);
    return { name, reads, places, parameters: p, parts: parts(reads, lookup), run: runOf(graph.get(name), lookup) };
  };
  return new Map([
    ...protocol.derived.map((derived): [string, LogicNode] => [
      derived.name,
      {
        ...made(derived.name, namesIn(derived.expression), (reads) => reads.map(asItIs)),
        definition: derivedDefinition(derived, p),
      },
    ]),
    ...protocol.tables.map((table): [string, LogicNode] => [
      table.name,
      {
        ...made(table.name, namesInTable(table), (reads, lookup) => tableParts(table, reads, lookup, p)),
        definition: tableDefinition(table, p),
      },
    ]),
  ]);
};

const asItIs = (_: string, at: number): Part => ({ reads: [at], sign: null });

const placesOf = (reads: readonly string[]): ReadonlyMap<string, number> =>
  new Map(['p', ...new Set(reads.map((path) => path.split('.', 1)[0] ?? path))].map((name, place) => [name, place]));

const runOf = (node: GraphNode<TableResult> | undefined, lookup: Lookup): LogicNode['run'] => {
  if (node === undefined) throw new TypeError('a node that the graph does not hold');
  const run = node.prepare(lookup);
  return (memory) => run(memory, forgotten);
};

/** Traces are asked for one assessment at a time (why-changed.ts). */
const forgotten = (): void => {};

type Parameters = Readonly<Record<string, Value>>;

const derivedDefinition = ({ expression }: Derived, p: Parameters): string =>
  JSON.stringify(foldConstants(expression, { p }));

const tableDefinition = ({ hitPolicy, inputs, outputs, rows }: DecisionTable, p: Parameters): string => {
  const fold = (expression: Derived['expression'] | null | undefined) =>
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
