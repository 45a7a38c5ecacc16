/**
 * Compares every table with the possible values of its inputs: finds cases that no row covers, rows that contradict
 * each other, and rows that can never apply. Parameters are replaced by their values, so that a boundary between two
 * cut-offs is checked too.
 */
import { checkTable, type Domain, type TableProblem } from '@denba/decisions/check/check-table';
import type { Value } from '@denba/decisions/value';
import { parameterContext } from '../assess/create-assessor.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import type { NameFacts, Names } from '../compile/names.ts';
import { type Place, type Problem, type ProblemKind, problem } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { sheetOf } from '../read/protocol-source.ts';
import { cell } from '../read/sheet.ts';
import { placeOf, tableFile } from './uses.ts';

export const checkTables = (source: ProtocolSource, protocol: CompiledProtocol, names: Names): Problem[] => {
  const notAssessed = new Map(protocol.elements.map((element) => [element.name, element.notAssessed]));
  const domains = Object.fromEntries(
    [...names].flatMap(([name, facts]) =>
      facts.what === 'parameter' ? [] : [[name, domainOf(facts, notAssessed.get(name) ?? [])]],
    ),
  );
  const constants: Record<string, Value> = { p: parameterContext(protocol) };
  return protocol.tables.flatMap((table) =>
    checkTable(table, domains, constants).flatMap((found) => {
      const kind = kinds[found.kind];
      const place = placeOfProblem(source, table.name, found);
      return kind === null ? [] : [problem(kind, place, found.message, found.cure, found.severity)];
    }),
  );
};

/** `null`: reported by another check of this package, in the sheet's own words. */
const kinds: Readonly<Record<TableProblem['kind'], ProblemKind | null>> = {
  gap: 'gap',
  overlap: 'overlap',
  unreachable: 'rowUnreachable',
  unknownName: null,
  typeMismatch: 'typeMismatch',
  unknownCode: 'codeUnknown',
  noPriority: 'tableWrong',
  malformed: 'tableWrong',
  notAnalysed: 'notAnalysed',
};

const domainOf = (facts: NameFacts, notAssessed: readonly string[]): Domain => {
  if (facts.many) return { kind: 'any' };
  switch (facts.type) {
    case 'number':
    case 'integer': {
      const { min, max } = facts.limits;
      return {
        kind: 'number',
        integer: facts.type === 'integer',
        ...(min === null ? {} : { min }),
        ...(max === null ? {} : { max }),
      };
    }
    case 'code':
      return facts.values.length === 0
        ? { kind: 'any' }
        : { kind: 'code', values: facts.values.filter((code) => !notAssessed.includes(code)) };
    case 'boolean':
      return { kind: 'boolean' };
    case 'date':
      return { kind: 'date' };
    default:
      return { kind: 'any' };
  }
};

const placeOfProblem = (source: ProtocolSource, table: string, { row, column }: TableProblem): Place => {
  const path = tableFile(source, table);
  const sheet = sheetOf(source, path);
  const whole =
    column === null
      ? undefined
      : sheet.columns.find((name) => /^(when|then):/.test(name) && name.slice(5).trim() === column.trim());
  if (row === null) {
    return { file: sheet.file, line: 1, ...(whole === undefined ? {} : { column: whole }) };
  }
  const known = sheet.rows.some((candidate) => cell(candidate, 'id') === row);
  return known ? placeOf(source, path, 'id', row, whole ?? 'id') : { file: sheet.file, line: 1 };
};
