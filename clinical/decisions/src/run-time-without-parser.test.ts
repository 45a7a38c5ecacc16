/** What a phone loads to run a protocol must never import the grammar, nor use `eval` or `new Function`. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(fileURLToPath(import.meta.url));

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?!\s+type\b)[^;]*?from '([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  );

/** Every file and package that loading `file` loads, directly or indirectly. */
const reach = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of importsOf(file)) {
    if (name.startsWith('.')) reach(resolve(dirname(file), name), seen);
    else seen.add(name);
  }
  return seen;
};

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

/** The files of the parser. A new one must be added here, and no entry point of the phone may import it. */
const buildTime = [
  'parse/parse-expression.ts',
  'parse/parse-grammar.ts',
  'parse/read-call.ts',
  'parse/read-expression.ts',
  'parse/read-literal.ts',
  'parse/reader.ts',
];

const isGrammar = (name: string): boolean => /lezer/.test(name);

describe('at run time', () => {
  it.each([
    'run/compile-expression.ts',
    'tables/evaluate-table.ts',
    'graph/decision-graph.ts',
    'expression.ts',
    'value.ts',
    'check/check-table.ts',
  ])('%s loads neither grammar nor parser', (entry) => {
    const loaded = [...reach(join(root, entry))];
    expect(loaded.filter(isGrammar)).toEqual([]);
    expect(loaded.map((file) => relative(root, file)).filter((file) => buildTime.includes(file))).toEqual([]);
  });

  it('the check sees the grammar where it is', () => {
    expect([...reach(join(root, 'parse/parse-expression.ts'))].filter(isGrammar)).toEqual(['@bpmn-io/lezer-feel']);
    const direct = sources.filter((file) => importsOf(join(root, file)).some(isGrammar));
    expect(direct).toEqual(['parse/parse-grammar.ts']);
  });

  it('nothing makes code out of text', () => {
    expect(sources.length).toBeGreaterThan(30);
    for (const file of sources) {
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/\beval\(|new Function\(|import\(/);
    }
  });
});
