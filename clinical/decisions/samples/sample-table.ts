/**
 * Builds decision tables for tests and benchmarks from text, written as on paper: cells are FEEL, outputs are
 * expressions.
 */

import type { Expression, UnaryTests } from '../src/expression.ts';
import { type ParseOptions, parseExpression, parseUnaryTests } from '../src/parse/parse-expression.ts';
import type { DecisionTable, HitPolicy } from '../src/tables/decision-table.ts';

export type PaperTable = {
  readonly id?: string;
  readonly hitPolicy: HitPolicy;
  readonly when: readonly string[];
  readonly gives: readonly {
    readonly name: string;
    readonly type?: string;
    readonly values?: readonly string[];
    readonly default?: string;
  }[];
  /** One line per row: the cells, a `|`, the outputs; both are separated by `;`. */
  readonly rows: readonly string[];
};

export const tableOf = (paper: PaperTable, options: ParseOptions = {}): DecisionTable => ({
  id: paper.id ?? 'T.01',
  name: 'sample',
  title: { fr: 'Exemple', en: 'Sample' },
  hitPolicy: paper.hitPolicy,
  inputs: paper.when.map((source) => ({ source, expression: expressionOf(source, options) })),
  outputs: paper.gives.map((output) => ({
    name: output.name,
    type: output.type ?? 'any',
    ...(output.values ? { values: output.values } : {}),
    ...(output.default ? { default: expressionOf(output.default, options) } : {}),
  })),
  rows: paper.rows.map((line, index) => {
    const [tests = '', outputs = ''] = line.split('|');
    return {
      id: `${paper.id ?? 'T.01'}.${String(index + 1).padStart(2, '0')}`,
      tests: tests.split(';').map((cell) => testsOf(cell.trim(), options)),
      outputs: outputs.split(';').map((cell) => (cell.trim() === '' ? null : expressionOf(cell, options))),
      reason: { fr: 'raison', en: 'reason' },
      source: 'sample',
      status: 'default',
    };
  }),
});

export const expressionOf = (source: string, options: ParseOptions = {}): Expression => {
  const parsed = parseExpression(source, options);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.map((error) => error.message.en).join(' ')}`);
  return parsed.value;
};

const testsOf = (source: string, options: ParseOptions): UnaryTests | null => {
  const parsed = parseUnaryTests(source, options);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.map((error) => error.message.en).join(' ')}`);
  return parsed.value.kind === 'any' ? null : parsed.value;
};
