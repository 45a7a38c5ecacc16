/** What runs on a phone: JSON, and modules that import no parser. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { runVignettes } from '../vignettes/run-vignettes.ts';
import { createAssessor } from './create-assessor.ts';

const { source } = readProtocol(exampleProtocol());
const { compiled } = compileProtocol(source);

describe('a compiled protocol', () => {
  it('is plain JSON: read back, it decides the same', () => {
    const readBack = JSON.parse(JSON.stringify(compiled)) as typeof compiled;
    expect(readBack).toEqual(compiled);
    const well = { sex: 'F', birth_date: '2026-01-30', visit_date: '2026-03-01', weight_g: 2400, oedema: 'none' };
    const [a, b] = [createAssessor(compiled).assess(well), createAssessor(readBack).assess(well)];
    expect(b.values).toEqual(a.values);
    expect(b.trace).toEqual(a.trace);
    expect(runVignettes(readBack, source.vignettes, source.bases).failed).toEqual([]);
  });
});

const clinical = fileURLToPath(new URL('../../..', import.meta.url));

/** Files and packages that a module imports at run time, directly or indirectly; type imports are ignored. */
const reached = (file: string, found = new Set<string>()): ReadonlySet<string> => {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  for (const [, clause = '', name = ''] of code.matchAll(/^(?:import|export)\s([^;'"]*?)from\s*['"]([^'"]+)['"]/gm)) {
    const values = clause.replace(/\btype\s+\w+(\s+as\s+\w+)?\s*,?/g, '').replace(/[{}\s,]/g, '');
    if (clause.trimStart().startsWith('type ') || values === '') continue;
    const own = /^@denba\/([^/]+)\/(.+)$/.exec(name);
    const target = own ? join(clinical, own[1] ?? '', 'src', `${own[2]}.ts`) : resolve(dirname(file), name);
    if (own === null && !name.startsWith('.')) found.add(name);
    else if (existsSync(target) && target.endsWith('.ts')) reached(target, found);
  }
  return found;
};

describe('what a phone loads to assess, to explain and to care', () => {
  const here = dirname(fileURLToPath(import.meta.url));
  const loaded = [
    'create-assessor.ts',
    '../explain/explain.ts',
    ...[
      'visit/visit-state',
      'visit/open-visit',
      'visit/visit-drafts',
      'findings/stored-findings',
      'registration/registration-entries',
      'registration/open-registration',
    ].map((name) => `../care/${name}.ts`),
    ...['due-today', 'register-row', 'month-tally', 'next-form'].map((name) => `../care/lists/${name}.ts`),
  ];
  const modules = loaded.flatMap((file) => [...reached(join(here, file))]);

  it('is seen whole by this test', () => {
    expect(modules.filter((name) => name.includes('/decisions/')).length).toBeGreaterThan(10);
    expect(modules.filter((name) => name.includes('/growth/')).length).toBeGreaterThan(10);
  });

  it('reaches no grammar, no sheet reader and no YAML', () => {
    const parsers = modules.filter((name) =>
      /lezer|csv-parse|^yaml$|parse-expression|parse-grammar|read-protocol/.test(name),
    );
    expect(parsers).toEqual([]);
  });
});
