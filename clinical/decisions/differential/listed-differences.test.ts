/**
 * Runs every line of docs/decisions/0003 in both implementations: a line that is no longer true for either of them
 * fails.
 */
import { readFileSync } from 'node:fs';
import { evaluate, unaryTest } from 'feelin';
import { describe, expect, it } from 'vitest';
import { written } from '../src/format-value.ts';
import { parseExpression, parseUnaryTests } from '../src/parse/parse-expression.ts';
import { compileExpression, compileUnaryTests } from '../src/run/compile-expression.ts';
import { isDate, isDuration, isList, type Value } from '../src/value.ts';

const page = new URL('../../../docs/decisions/0003-where-our-feel-differs-from-feelin.md', import.meta.url);

type Line = { readonly number: string; readonly what: string; readonly ours: string; readonly theirs: string };

const lines: readonly Line[] = readFileSync(page, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [number = '', what = '', ours = '', theirs = ''] = line.slice(2).split(' | ');
    return { number, what, ours, theirs };
  });

const code = (cell: string): string => /^`(.*)`$/.exec(cell)?.[1] ?? cell;

const scope: Record<string, Value> = { holes: [1, null], flags: [false, true] };

/** A value as FEEL text, with dates and durations in their short form. */
const text = (value: Value): string => {
  if (isList(value)) return `[${value.map(text).join(', ')}]`;
  if (isDate(value)) return `date("${written(value)}")`;
  return isDuration(value) ? `@"${written(value)}"` : written(value);
};

const ours = (source: string): string => {
  const parsed = parseExpression(source);
  return parsed.ok ? text(compileExpression(parsed.value)(scope)) : '*refused*';
};

const theirs = (source: string): string => {
  try {
    const value: unknown = evaluate(source, scope).value;
    if (typeof value === 'object' && value !== null && 'iso' in value) return `@"${String(value.iso)}"`;
    return text(value as Value);
  } catch {
    return '*throws*';
  }
};

const cells = lines.filter(({ what }) => what.startsWith('cell '));
const expressions = lines.filter(({ what, ours: answer }) => what.startsWith('`') && answer !== 'works');

describe('the listed differences from feelin', () => {
  it('are read from the page', () => {
    expect(cells.length).toBe(3);
    expect(expressions.length).toBeGreaterThan(35);
    expect(cells.length + expressions.length + 1).toBe(lines.length);
  });

  it.each(expressions)('line $number: $what', ({ what, ours: mine, theirs: other }) => {
    expect(ours(code(what))).toBe(code(mine));
    expect(theirs(code(what))).toBe(code(other));
  });

  it.each(cells)('line $number: $what', ({ what, ours: mine, theirs: other }) => {
    const [, source = '', input = ''] = /^cell `(.*)`, input `(.*)`$/.exec(what) ?? [];
    const value: Value = JSON.parse(input);
    const parsed = parseUnaryTests(source);
    expect(parsed.ok ? String(compileUnaryTests(parsed.value)(value, {})) : '*refused*').toBe(code(mine));
    expect(String(unaryTest(source, { '?': value }).value)).toBe(code(other));
  });

  it('12: the name with an "and" inside survives a long expression here, and not there', () => {
    const known =
      'if n = null or n = null then null else (if n instance of duration and n instance of duration then string(n) = string(n) else n = n)';
    const question = `((any(for x in counts return (${known}))))`;
    const source = `years and months duration(date("2026-01-01"), date("2027-03-01")).years + (if ${question} = true then 0 else if ${question} = false then 0 else null)`;
    const parsed = parseExpression(source);
    expect(parsed.ok && compileExpression(parsed.value)({ n: 3, counts: [1] })).toBe(1);
    expect(evaluate(source, { n: 3, counts: [1] }).value).toBeNull();
  });
});
