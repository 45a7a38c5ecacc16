/** Runs every example of docs/expressions.md, and compares its table of functions with the built-in functions. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseExpression, parseUnaryTests } from './parse/parse-expression.ts';
import { compileExpression, compileUnaryTests } from './run/compile-expression.ts';
import { builtins } from './run/functions/builtins.ts';
import type { Scope, Value } from './value.ts';

const page = readFileSync(new URL('../../../docs/expressions.md', import.meta.url), 'utf8');

const run = (source: string, scope: Scope): Value => {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error[0]?.message.en}`);
  return compileExpression(parsed.value)(scope);
};

/** The names defined on the page; bare words in its block are texts. */
const scope: Scope = Object.fromEntries(
  (/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
      const codes = new Set(['f', 'cough', 'fever']);
      const parsed = parseExpression(value, { codes });
      if (!parsed.ok) throw new Error(line);
      return [name, compileExpression(parsed.value)({})];
    }),
);

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

const tables: readonly Table[] = page.split(/\n\n/).flatMap((block) => {
  const [head, , ...rows] = block.trim().split('\n');
  return head?.startsWith('|') ? [{ head: cellsOf(head), rows: rows.map(cellsOf) }] : [];
});

const code = (cell: string | undefined): string => /`(.*)`/.exec(cell ?? '')?.[1] ?? '';

const examples = tables.flatMap(({ head, rows }) => {
  const [source, value] = [
    head.findIndex((cell) => cell === 'expression' || cell === 'example'),
    head.indexOf('value'),
  ];
  return source < 0 || value < 0 ? [] : rows.map((row) => ({ source: code(row[source]), value: code(row[value]) }));
});

const literals = tables
  .filter(({ head }) => head.includes('examples'))
  .flatMap(({ rows }) =>
    rows.flatMap((row) => [...(row[1] ?? '').matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '')),
  );

const cells = tables
  .filter(({ head }) => head[0] === 'cell')
  .flatMap(({ rows }) =>
    rows.map(([cell, input, answer]) => ({ cell: code(cell), input: code(input), answer: code(answer) })),
  );

const signatures = tables
  .filter(({ head }) => head[0] === 'function')
  .flatMap(({ rows }) => rows.map(([signature]) => code(signature)));

describe('docs/expressions.md', () => {
  it('is read whole', () => {
    expect(Object.keys(scope)).toHaveLength(10);
    expect([examples.length > 90, literals.length > 15, cells.length > 12]).toEqual([true, true, true]);
  });

  it.each(examples)('$source is $value', ({ source, value }) => {
    expect(run(source, scope)).toEqual(run(value, {}));
  });

  it.each(literals)('%s is a value', (source) => {
    expect(run(source, {})).not.toBeNull();
  });

  it.each(cells)('the cell $cell answers $answer for $input', ({ cell, input, answer }) => {
    const parsed = parseUnaryTests(cell);
    expect(parsed.ok && compileUnaryTests(parsed.value)(run(input, {}), scope)).toBe(run(answer, {}));
  });

  it('lists every function with its parameters, and no other', () => {
    const written = Object.entries(builtins).map(([name, { parameters, required, variadic }]) => {
      const last = parameters.length - 1;
      const given = parameters.map(
        (parameter, at) => `${variadic && at === last ? '...' : ''}${parameter}${at < required ? '' : '?'}`,
      );
      return `${name}(${given.join(', ')})`;
    });
    expect(signatures.toSorted()).toEqual(written.toSorted());
  });
});
