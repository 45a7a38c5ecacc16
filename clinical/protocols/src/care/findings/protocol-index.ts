/** Look-up tables that the findings need from a protocol, computed once per protocol. */
import { namesIn } from '@denba/decisions/expression';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import type { Assessment } from '../../assess/assessment.ts';
import { namesBehind, readsByName } from '../../assess/names-behind.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { missingTables } from '../../explain/missing-items.ts';
import { createValueStyles, type ValueStyles } from '../../words/value-styles.ts';

export type ProtocolIndex = {
  readonly styles: ValueStyles;
  /** Names that the class of the pair depends on. */
  readonly behindClass: ReadonlySet<string>;
  /** Tables whose rows say what is missing, not what was found. */
  readonly essential: ReadonlySet<string>;
  /** Elements told in confidence (column `private`), and values that depend on such elements only. */
  readonly confidedNames: ReadonlySet<string>;
  /** Rows with at least one condition that reads only confidential names, and all rows of confidential tables. */
  readonly confidedRows: ReadonlySet<string>;
  readonly rows: ReadonlyMap<
    string,
    { readonly table: string; readonly source: string; readonly gives: readonly string[] }
  >;
};

/**
 * Elements told in confidence, and the values that depend on such elements only: a score of private questions is as
 * private as they are; the class of the mother, which depends on much else, is not.
 */
const confidedNames = (protocol: CompiledProtocol): ReadonlySet<string> => {
  const confided = new Set(protocol.elements.flatMap((element) => (element.private ? [element.name] : [])));
  for (const { name } of protocol.tables) if (protocol.parts[name] === 'mood') confided.add(name);
  const reads = [...readsByName(protocol)];
  for (let before = -1; before !== confided.size; ) {
    before = confided.size;
    for (const [name, read] of reads) if (allConfided(read, confided)) confided.add(name);
  }
  return confided;
};

const allConfided = (read: readonly string[], confided: ReadonlySet<string>): boolean => {
  const names = read.map((name) => name.split('.', 1)[0] ?? name).filter((name) => name !== 'p');
  return names.length > 0 && names.every((name) => confided.has(name));
};

const confidedRows = (protocol: CompiledProtocol, confided: ReadonlySet<string>): ReadonlySet<string> => {
  return new Set(
    protocol.tables.flatMap(({ name, inputs, rows }) => {
      const tells = inputs.map((input) => allConfided(namesIn(input.expression), confided));
      return rows
        .filter(({ tests }) => confided.has(name) || tests.some((test, at) => test !== null && tells[at] === true))
        .map(({ id }) => id);
    }),
  );
};

/**
 * Whether a row named in an entry is confidential. A row that the current protocol does not have is judged by the
 * values that it read; when these were not stored it is treated as confidential, because unknown never means harmless.
 */
export const isConfidedRow = (
  { confidedNames: names, confidedRows: told, rows }: ProtocolIndex,
  row: string,
  read: readonly string[] = [],
): boolean => {
  if (rows.has(row) || row === '') return told.has(row);
  return read.length === 0 || read.some((name) => names.has(name));
};

const indexes = new WeakMap<CompiledProtocol, ProtocolIndex>();

export const indexOf = (protocol: CompiledProtocol): ProtocolIndex => {
  const known = indexes.get(protocol);
  if (known !== undefined) return known;
  const names = confidedNames(protocol);
  const index: ProtocolIndex = {
    confidedNames: names,
    styles: createValueStyles(protocol),
    behindClass: namesBehind(protocol, ['pair_class', 'pair_incomplete']),
    essential: missingTables(protocol),
    confidedRows: confidedRows(protocol, names),
    rows: new Map(
      protocol.tables.flatMap(({ name, rows }) =>
        rows.map(({ id, source, outputs }) => [id, { table: name, source, gives: codesIn(outputs) }] as const),
      ),
    ),
  };
  indexes.set(protocol, index);
  return index;
};

const codesIn = (outputs: DecisionTable['rows'][number]['outputs']): readonly string[] =>
  outputs.flatMap((output) => (output?.kind === 'literal' && typeof output.value === 'string' ? [output.value] : []));

/** Codes of actions and cards that only confidential rows called for, among the rows that fired. */
export const confidedCodes = (
  { tables }: Pick<Assessment, 'tables'>,
  protocol: CompiledProtocol,
): ReadonlySet<string> =>
  codesOfRows(new Set(Object.values(tables).flatMap(({ hit }) => hit.map(({ row }) => row))), indexOf(protocol));

/**
 * As `confidedCodes`, for an entry that does not say which rows fired: codes that only confidential rows of the
 * protocol can give.
 */
export const alwaysConfided = (protocol: CompiledProtocol): ReadonlySet<string> => {
  const index = indexOf(protocol);
  return codesOfRows(new Set(index.rows.keys()), index);
};

const codesOfRows = (fired: ReadonlySet<string>, { rows, confidedRows }: ProtocolIndex): ReadonlySet<string> => {
  const [told, open] = [new Set<string>(), new Set<string>()];
  for (const row of fired) {
    for (const code of rows.get(row)?.gives ?? []) (confidedRows.has(row) ? told : open).add(code);
  }
  return new Set([...told].filter((code) => !open.has(code)));
};
