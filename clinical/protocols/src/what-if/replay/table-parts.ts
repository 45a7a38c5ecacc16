/**
 * The parts that decide a table's answer: for each column, which of its cells hold, fail or are unknown, and which of
 * the values behind them are unknown (those are listed as missing); for each audience, whether it is certainly false;
 * and the values that outputs copy. Infants of 3,105 g and 3,112 g are the same case for a table that asks whether the
 * weight is under 2,500 g.
 */
import { namesIn, namesInTests } from '@denba/decisions/expression';
import { compileCell, compileNode } from '@denba/decisions/run/compile-node';
import type { Lookup } from '@denba/decisions/run/compiled-names';
import { foldConstants, foldTests } from '@denba/decisions/run/fold-constants';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import type { Value } from '@denba/decisions/value';
import { growthFunctions } from '../../growth-functions.ts';
import type { Part } from './part.ts';
import { rootOf, valueReader } from './read-path.ts';

export const tableParts = (
  table: DecisionTable,
  reads: readonly string[],
  lookup: Lookup,
  p: Readonly<Record<string, Value>>,
): Part[] => {
  const around = { functions: growthFunctions, lookup };
  const at = (name: string): number[] => {
    const found = reads.findIndex((path) => name === path || name.startsWith(`${path}.`));
    return found < 0 ? [] : [found];
  };
  const placesOf = (names: readonly string[]): number[] => [...new Set(names.flatMap(at))].sort((a, b) => a - b);
  const columns = table.inputs.flatMap((input, column): Part[] => {
    const cells = table.rows.flatMap(({ tests }) => {
      const cell = tests[column];
      return cell == null || cell.kind === 'any' ? [] : [cell];
    });
    if (cells.length === 0) return [];
    const names = [...new Set([...namesIn(input.expression), ...cells.flatMap(namesInTests)])];
    const value = compileNode(foldConstants(input.expression, { p }), null, around);
    const tests = cells.map((cell) => compileCell(foldTests(cell, { p }), around));
    const known = names.map((name) => readingOf(name, lookup));
    const sign = (memory: readonly Value[]): string => {
      const input = value(memory, null);
      return `${tests.map((test) => letter(test(input, memory, null))).join('')} ${known.map((read) => (read(memory) === null ? '-' : '+')).join('')}`;
    };
    return [{ reads: placesOf(names), sign }];
  });
  const audiences = [...new Set(table.rows.flatMap((row) => row.for ?? []))].map((name): Part => {
    const read = readingOf(name, lookup);
    return { reads: placesOf([name]), sign: (memory) => letter(read(memory) !== false) };
  });
  const given = [...table.rows.flatMap(({ outputs }) => outputs), ...table.outputs.map((output) => output.default)];
  const copied = placesOf(given.flatMap((expression) => (expression == null ? [] : namesIn(expression))));
  return [...columns, ...audiences, ...copied.map((read): Part => ({ reads: [read], sign: null }))].filter(
    ({ reads: own }) => own.length > 0,
  );
};

const letter = (truth: boolean | null): string => (truth === null ? '?' : truth ? 't' : 'f');

const readingOf = (name: string, lookup: Lookup): ((memory: readonly Value[]) => Value) => {
  const [whole, read] = [lookup(rootOf(name)), valueReader(name)];
  return (memory) => read(whole(memory));
};
