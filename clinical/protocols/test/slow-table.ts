/**
 * A decision table run as one would by hand: row by row, cell by cell, with names looked up in the scope. Slow and
 * simple: the reference for the fast implementation. Only for the hit policies `C` and `F`, which the shipped protocol
 * uses.
 */
import { namesIn, namesInTests } from '@denba/decisions/expression';
import { compileExpression, compileUnaryTests } from '@denba/decisions/run/compile-expression';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import type { Scope, Value } from '@denba/decisions/value';
import { growthFunctions } from '../src/growth-functions.ts';

type Told = {
  readonly hit: readonly string[];
  readonly undecided: readonly { readonly row: string; readonly missing: readonly string[] }[];
  readonly outputs: Readonly<Record<string, Value>>;
};

export const slowTable = (table: DecisionTable): ((scope: Scope) => Told) => {
  if (table.hitPolicy !== 'C' && table.hitPolicy !== 'F') throw new TypeError(`hit policy ${table.hitPolicy}`);
  const first = table.hitPolicy === 'F';
  const inputs = table.inputs.map(({ expression }) => compileExpression(expression, growthFunctions));
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.tests.map((cell) => (cell === null ? null : compileUnaryTests(cell, growthFunctions))),
    gives: row.outputs.map((output) => (output === null ? null : compileExpression(output, growthFunctions))),
  }));
  const defaults = table.outputs.map((output) => (output.default ? compileExpression(output.default) : null));
  return (scope) => {
    const hit: { readonly row: string; readonly given: readonly (Value | undefined)[] }[] = [];
    const undecided: Told['undecided'][number][] = [];
    for (const row of rows) {
      if (row.for?.some((name) => valueAt(scope, name) === false)) continue;
      const answers = row.cells.map((cell, at) => (cell === null ? true : cell(inputs[at]?.(scope) ?? null, scope)));
      if (answers.includes(false)) continue;
      if (!answers.includes(null)) {
        hit.push({ row: row.id, given: row.gives.map((give) => give?.(scope)) });
        if (first) break;
        continue;
      }
      const asked = answers.flatMap((answer, at) => {
        const [input, cell] = [table.inputs[at], row.tests[at]];
        if (answer !== null || input === undefined || cell == null) return [];
        return [...namesIn(input.expression), ...namesInTests(cell)];
      });
      const unknown = asked.filter((name) => valueAt(scope, name) === null);
      undecided.push({ row: row.id, missing: [...new Set(unknown.length > 0 ? unknown : asked)] });
    }
    const nothing = hit.length === 0 && undecided.length === 0 && defaults.some((value) => value !== null);
    const outputs = table.outputs.map(({ name }, at): [string, Value] => {
      const fallback = nothing ? defaults[at]?.(scope) : undefined;
      if (first) return [name, fallback ?? hit[0]?.given[at] ?? null];
      return [name, [fallback, ...hit.map(({ given }) => given[at])].filter((value) => value !== undefined)];
    });
    return { hit: hit.map(({ row }) => row), undecided, outputs: Object.fromEntries(outputs) };
  };
};

const valueAt = (scope: Scope, path: string): Value =>
  compileExpression(
    path
      .split('.')
      .slice(1)
      .reduce<Parameters<typeof compileExpression>[0]>((of, key) => ({ kind: 'path', of, key }), {
        kind: 'name',
        name: path.split('.', 1)[0] ?? path,
      }),
  )(scope);
