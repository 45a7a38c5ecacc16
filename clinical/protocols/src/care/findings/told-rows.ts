/** Reads the rows of a table that fired: the outputs of each, and its sentence. */
import { type Context, isContext, isList, type Value } from '@denba/decisions/value';
import type { Language } from '@denba/quantities/text';
import type { Assessment } from '../../assess/assessment.ts';
import { valueIn } from '../../assess/live-assessment.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';

export type ToldRow = { readonly row: string; readonly text: string };

export type FiredRow = {
  readonly told: ToldRow;
  /** The value of an output of this row, by the output's name. */
  readonly value: (output: string) => Value;
};

/** The row that fired in a table with a single result; `null` when the protocol has no such table or no row fired. */
export const rowOf = (assessment: Assessment, language: Language, table: string): FiredRow | null => {
  const entry = assessment.trace.find((candidate) => candidate.table === table);
  if (entry === undefined) return null;
  const outputs = valueIn(assessment, table);
  return {
    told: { row: entry.row, text: entry.reason[language] },
    value: (output) => (isContext(outputs) ? ((outputs as Context)[output] ?? null) : null),
  };
};

/** The rows that fired in a table that collects; rows that leave `output` blank are left out. */
export const linesOf = (
  assessment: Assessment,
  language: Language,
  protocol: CompiledProtocol,
  table: string,
  output: string,
): readonly FiredRow[] => {
  const definition = protocol.tables.find(({ name }) => name === table);
  const outputs = valueIn(assessment, table);
  if (definition === undefined || !isContext(outputs)) return [];
  const gives = (row: string, name: string): boolean => {
    const at = definition.outputs.findIndex((candidate) => candidate.name === name);
    return (definition.rows.find(({ id }) => id === row)?.outputs[at] ?? null) !== null;
  };
  const fired = assessment.trace.filter((entry) => entry.table === table);
  return fired
    .filter(({ row }) => gives(row, output))
    .map(({ row, reason }) => ({
      told: { row, text: reason[language] },
      value: (name) => {
        const list = (outputs as Context)[name] ?? null;
        const before = fired.filter((entry) => gives(entry.row, name)).findIndex((entry) => entry.row === row);
        return isList(list) && before >= 0 ? (list[before] ?? null) : null;
      },
    }));
};

export const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

export const codesOf = (value: Value | undefined): readonly string[] =>
  value !== undefined && isList(value) ? value.filter((item): item is string => typeof item === 'string') : [];
