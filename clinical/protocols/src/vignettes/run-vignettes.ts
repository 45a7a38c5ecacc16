/** Runs the worked cases of a protocol, compares the results with what is expected, and records which rows fired. */
import { isDate, isList, toLocalDate, type Value } from '@denba/decisions/value';
import type { Assessment } from '../assess/assessment.ts';
import { createAssessor } from '../assess/create-assessor.ts';
import { valueAt } from '../assess/trace.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import type { VignetteBase, VignetteSource } from '../read/vignette-source.ts';
import { givenInputs } from './given-inputs.ts';

export type Mismatch = { readonly what: string; readonly expected: unknown; readonly got: unknown };

export type VignetteOutcome = {
  readonly vignette: VignetteSource;
  readonly mismatches: readonly Mismatch[];
};

export type VignetteReport = {
  readonly passed: readonly VignetteOutcome[];
  readonly failed: readonly VignetteOutcome[];
  /** Row ids that at least one case reached, and those that no case reached, in the order of the tables. */
  readonly reachedRows: readonly string[];
  readonly unreachedRows: readonly string[];
};

export const runVignettes = (
  protocol: CompiledProtocol,
  vignettes: readonly VignetteSource[],
  bases: ReadonlyMap<string, VignetteBase>,
): VignetteReport => {
  const { assess } = createAssessor(protocol);
  const reached = new Set<string>();
  const outcomes = vignettes.map((vignette): VignetteOutcome => {
    const inputs = givenInputs(vignette, bases);
    if (inputs.kind === 'baseMissing') {
      return { vignette, mismatches: [{ what: 'base', expected: inputs.base, got: [...bases.keys()] }] };
    }
    const assessment = assess(inputs.given);
    const hit = rowsIn(assessment, 'hit');
    for (const row of hit) reached.add(row);
    return { vignette, mismatches: compare(vignette, assessment, hit) };
  });
  const rows = protocol.tables.flatMap((table) => table.rows.map(({ id }) => id));
  return {
    passed: outcomes.filter(({ mismatches }) => mismatches.length === 0),
    failed: outcomes.filter(({ mismatches }) => mismatches.length > 0),
    reachedRows: rows.filter((id) => reached.has(id)),
    unreachedRows: rows.filter((id) => !reached.has(id)),
  };
};

/** Row ids straight from the tables' results, without making the sentences of the trace. */
const rowsIn = ({ tables }: Assessment, which: 'hit' | 'undecided'): string[] =>
  Object.values(tables).flatMap((table) => table[which].map(({ row }) => row));

const compare = ({ expect }: VignetteSource, assessment: Assessment, hit: readonly string[]): Mismatch[] => {
  const mismatches: Mismatch[] = assessment.problems
    .filter(({ field }) => !listOf(expect['refused']).includes(field))
    .map(({ field, message }) => ({ what: `given.${field}`, expected: 'accepted', got: message.en }));
  for (const [name, expected] of Object.entries(expect)) {
    if (name === 'rows') mismatches.push(...rowMismatches('rows', listOf(expected), hit, true));
    else if (name === 'notRows') mismatches.push(...rowMismatches('notRows', listOf(expected), hit, false));
    else if (name === 'undecided') {
      mismatches.push(...rowMismatches('undecided', listOf(expected), rowsIn(assessment, 'undecided'), true));
    } else if (name === 'refused') mismatches.push(...refusedMismatches(listOf(expected), assessment));
    else mismatches.push(...valueMismatch(name, expected, asWritten(valueAt(assessment.values, name)), assessment));
  }
  return mismatches;
};

const listOf = (expected: unknown): string[] => (Array.isArray(expected) ? expected.map(String) : []);

const rowMismatches = (what: string, rows: readonly string[], found: readonly string[], wanted: boolean): Mismatch[] =>
  rows
    .filter((row) => found.includes(row) !== wanted)
    .map((row) => ({ what, expected: row, got: found.filter((id) => tableOf(id) === tableOf(row)) }));

const tableOf = (row: string): string => row.slice(0, row.lastIndexOf('.'));

const refusedMismatches = (fields: readonly string[], { problems }: Assessment): Mismatch[] =>
  fields
    .filter((field) => !problems.some((problem) => problem.field === field))
    .map((field) => ({ what: 'refused', expected: field, got: problems.map((problem) => problem.field) }));

const valueMismatch = (name: string, expected: unknown, got: unknown, { values }: Assessment): Mismatch[] => {
  const root = name.split('.', 1)[0] ?? name;
  if (!Object.hasOwn(values, root) && expected !== null) return [{ what: name, expected, got: 'no such value' }];
  if (typeof expected === 'object' && expected !== null && !Array.isArray(expected)) {
    const { contains, excludes } = expected as { contains?: unknown; excludes?: unknown };
    if (contains !== undefined || excludes !== undefined) {
      const items = Array.isArray(got) ? got : got === null ? [] : [got];
      const held = (item: unknown): boolean => items.some((candidate) => alike(candidate, item));
      const ok = many(contains).every(held) && !many(excludes).some(held) && (excludes === undefined || got !== null);
      return ok ? [] : [{ what: name, expected, got }];
    }
  }
  return alike(got, expected) ? [] : [{ what: name, expected, got }];
};

const many = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Numbers are equal within 1e-9, because decimals of a case have no exact binary form. */
const alike = (got: unknown, expected: unknown): boolean => {
  if (typeof got === 'number' && typeof expected === 'number') return Math.abs(got - expected) < 1e-9;
  if (Array.isArray(got) && Array.isArray(expected)) {
    return got.length === expected.length && got.every((item, index) => alike(item, expected[index]));
  }
  if (typeof got === 'object' && got !== null && typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).every(([key, value]) =>
      alike((got as Record<string, unknown>)[key] ?? null, value),
    );
  }
  return got === expected;
};

/** A value as cases write it: dates as text. */
export const asWritten = (value: Value): unknown => {
  if (isDate(value)) return toLocalDate(value);
  if (isList(value)) return value.map(asWritten);
  if (typeof value === 'object' && value !== null && !('kind' in value)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asWritten(entry)]));
  }
  return value;
};
