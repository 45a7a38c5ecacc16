/** Finds everything that some values rest on, directly or indirectly: elements, derived values and tables. */

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

type Reads = ReadonlyMap<string, readonly string[]>;

/** Cache: a compiled protocol is immutable and is asked many times. */
const readsOf = new WeakMap<CompiledProtocol, Reads>();

/** The names (paths) that each derived value and each table reads, as written in its expressions. */
export const readsByName = (protocol: CompiledProtocol): Reads => {
  const known = readsOf.get(protocol);
  if (known !== undefined) return known;
  const reads: Reads = new Map([
    ...protocol.derived.map(({ name, expression }): [string, readonly string[]] => [name, namesIn(expression)]),
    ...protocol.tables.map((table): [string, readonly string[]] => [table.name, namesInTable(table)]),
  ]);
  readsOf.set(protocol, reads);
  return reads;
};

/**
 * Parameters that decisions read but the protocol does not define. A rule without its cut-off can never hold, so it
 * would look like a rule that found nothing: such a protocol must not run.
 */
export const undefinedParameters = (protocol: CompiledProtocol): readonly string[] => {
  const defined = new Set(protocol.parameters.map(({ name }) => `p.${name}`));
  const read = new Set([...readsByName(protocol).values()].flat().filter((name) => name.startsWith('p.')));
  return [...read].filter((name) => !defined.has(name));
};

/** Every name that a table reads: in columns, conditions of rows (`for`), cells, conclusions and defaults. */
export const namesInTable = (table: DecisionTable): readonly string[] => [
  ...new Set([
    ...table.inputs.flatMap((input) => namesIn(input.expression)),
    ...table.outputs.flatMap((output) => (output.default === undefined ? [] : namesIn(output.default))),
    ...table.rows.flatMap((row) => [
      ...(row.for ?? []),
      ...row.tests.flatMap((tests) => (tests === null ? [] : namesInTests(tests))),
      ...row.outputs.flatMap((output) => (output === null ? [] : namesIn(output))),
    ]),
  ]),
];

type FindElements = (name: string) => readonly string[];

/** Cached for each protocol, because every result with something missing asks the same. */
const finders = new WeakMap<CompiledProtocol, FindElements>();

/** Returns a function that gives the data elements behind a name: what a worker has to record so that it becomes known. */
export const elementFinder = (protocol: CompiledProtocol): FindElements => {
  let finder = finders.get(protocol);
  if (finder === undefined) {
    finder = createElementFinder(protocol);
    finders.set(protocol, finder);
  }
  return finder;
};

const createElementFinder = (protocol: CompiledProtocol): FindElements => {
  const elements = new Set(protocol.elements.map(({ name }) => name));
  const reads = readsByName(protocol);
  const behind = new Map<string, readonly string[]>();
  const find = (root: string, above: ReadonlySet<string>): readonly string[] => {
    const known = behind.get(root);
    if (known !== undefined) return known;
    if (elements.has(root)) return [root];
    const below = new Set([...above, root]);
    const found = (reads.get(root) ?? []).flatMap((name) => {
      const next = name.split('.', 1)[0] ?? name;
      return below.has(next) ? [] : find(next, below);
    });
    const unique = [...new Set(found)];
    behind.set(root, unique);
    return unique;
  };
  const none: ReadonlySet<string> = new Set();
  return (name) => find(name, none);
};
