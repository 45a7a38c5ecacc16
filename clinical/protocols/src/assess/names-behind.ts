/** Everything that some values rest on: elements, derived values and tables, directly or not. */

import { namesIn, namesInTests } from '@denba/decisions/expression';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';

export const namesBehind = (protocol: CompiledProtocol, names: readonly string[]): ReadonlySet<string> => {
  const reads = readsByName(protocol);
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const read of reads.get(name) ?? []) visit(read.split('.', 1)[0] ?? read);
  };
  for (const name of names) visit(name);
  return found;
};

/** What each derived value and each table reads, as written. */
export const readsByName = (protocol: CompiledProtocol): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ...protocol.derived.map(({ name, expression }): [string, readonly string[]] => [name, namesIn(expression)]),
    ...protocol.tables.map((table): [string, readonly string[]] => [table.name, namesInTable(table)]),
  ]);

/**
 * The parameters that decisions read and nobody defined. A rule without its cut-off can never hold, so it would pass for
 * a rule that found nothing: such a protocol must not run.
 */
export const undefinedParameters = (protocol: CompiledProtocol): readonly string[] => {
  const defined = new Set(protocol.parameters.map(({ name }) => `p.${name}`));
  const read = new Set([...readsByName(protocol).values()].flat().filter((name) => name.startsWith('p.')));
  return [...read].filter((name) => !defined.has(name));
};

/** Every name that a table reads: columns, cells, conclusions, defaults. */
export const namesInTable = (table: DecisionTable): readonly string[] => [
  ...new Set([
    ...table.inputs.flatMap((input) => namesIn(input.expression)),
    ...table.outputs.flatMap((output) => (output.default === undefined ? [] : namesIn(output.default))),
    ...table.rows.flatMap((row) => [
      ...row.tests.flatMap((tests) => (tests === null ? [] : namesInTests(tests))),
      ...row.outputs.flatMap((output) => (output === null ? [] : namesIn(output))),
    ]),
  ]),
];
