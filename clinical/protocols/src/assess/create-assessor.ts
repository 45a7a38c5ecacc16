/**
 * Runs a compiled protocol: takes answers, returns conclusions with their reasons. Missing is never normal: an unknown
 * stays unknown through every expression and table, and is listed in `missing`.
 */

import { namesIn } from '@denba/decisions/expression';
import { createGraph, type GraphNode, type NodeRun } from '@denba/decisions/graph/decision-graph';
import { compileNode } from '@denba/decisions/run/compile-node';
import type { Lookup } from '@denba/decisions/run/compiled-names';
import { foldConstants } from '@denba/decisions/run/fold-constants';
import type { HostFunctions } from '@denba/decisions/run/host-functions';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import { compileTableOn } from '@denba/decisions/tables/evaluate-table';
import type { TableResult } from '@denba/decisions/tables/table-result';
import type { Value } from '@denba/decisions/value';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { growthFunctions } from '../growth-functions.ts';
import type { Assessment } from './assessment.ts';
import { LiveAssessment } from './live-assessment.ts';
import { namesInTable, undefinedParameters } from './names-behind.ts';
import { createInputReader, type Inputs } from './read-inputs.ts';
import { createTracer } from './trace.ts';

export type Assessor = {
  readonly assess: (inputs: Inputs) => LiveAssessment;
  /** The assessment after some inputs changed; `null` takes an answer back. Runs only the nodes that depend on them. */
  readonly reassess: (previous: Assessment, changes: Inputs) => LiveAssessment;
};

/**
 * Throws when decisions read each other in a cycle, or read a parameter that is not defined. The checker reports both
 * earlier.
 */
export const createAssessor = (protocol: CompiledProtocol, functions: HostFunctions = growthFunctions): Assessor => {
  const lost = undefinedParameters(protocol);
  if (lost.length > 0) throw new TypeError(`the protocol reads parameters that it does not define: ${lost.join(', ')}`);
  const graph = createGraph<TableResult>(protocolNodes(protocol, functions));
  if (!graph.ok) throw new TypeError(graph.error.message.en);
  const readInputs = createInputReader(protocol);
  const teller = createTracer(protocol, graph.value.order);
  const identity = { id: protocol.id, version: protocol.version, overlays: protocol.overlays.map(({ id }) => id) };
  return {
    assess: (inputs) => {
      const { scope, notAssessed, problems } = readInputs(inputs);
      return new LiveAssessment(identity, graph.value.evaluate(scope), teller, notAssessed, problems);
    },
    reassess: (previous, changes) => {
      const { scope, notAssessed, problems } = readInputs(changes);
      return new LiveAssessment(
        identity,
        graph.value.update(LiveAssessment.stateOf(previous), scope),
        teller,
        [...previous.notAssessed.filter((field) => isUntouched(field, changes)), ...notAssessed],
        [...previous.problems.filter(({ field }) => isUntouched(field, changes)), ...problems],
      );
    },
  };
};

/** A field such as `previous[2].weight_g` belongs to the input `previous`. */
const isUntouched = (field: string, changes: Inputs): boolean =>
  !Object.hasOwn(changes, field.split(/[.[]/, 1)[0] ?? field);

/** The parameters, derived values and tables as graph nodes, each with the names that it reads. */
export const protocolNodes = (
  protocol: CompiledProtocol,
  functions: HostFunctions = growthFunctions,
): GraphNode<TableResult>[] => {
  const p = parameterContext(protocol);
  const constants = { p };
  return [
    { name: 'p', reads: [], prepare: () => () => p },
    ...protocol.derived.map(({ name, expression }) => ({
      name,
      reads: namesIn(expression),
      prepare: (lookup: Lookup): NodeRun<TableResult> => {
        const run = compileNode(foldConstants(expression, constants), null, { functions, lookup });
        return (memory) => run(memory, null);
      },
    })),
    ...protocol.tables.map((table) => tableNode(table, functions, constants)),
  ];
};

/** Names of derived values and tables, each after everything that it reads. Throws like `createAssessor`. */
export const decisionOrder = (protocol: CompiledProtocol): readonly string[] => {
  const graph = createGraph(protocolNodes(protocol));
  if (!graph.ok) throw new TypeError(graph.error.message.en);
  return graph.value.order;
};

/** The parameters as a context, which expressions read as `p.<name>`. */
export const parameterContext = (protocol: CompiledProtocol): Readonly<Record<string, Value>> =>
  Object.fromEntries(protocol.parameters.map(({ name, value }) => [name, value]));

const tableNode = (
  table: DecisionTable,
  functions: HostFunctions,
  constants: Readonly<Record<string, Value>>,
): GraphNode<TableResult> => ({
  name: table.name,
  reads: namesInTable(table),
  prepare: (lookup) => {
    const evaluate = compileTableOn(lookup, table, functions, constants);
    const names = table.outputs.map(({ name }) => name);
    return (memory, keep) => {
      const result = evaluate(memory);
      keep(result);
      const value: Record<string, Value> = {};
      for (const name of names) value[name] = result.outputs[name] ?? null;
      value['rows'] = result.rows;
      value['undecided'] = result.missing;
      return value;
    };
  },
});
