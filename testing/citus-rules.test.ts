/**
 * The rules that let a database be distributed over many machines without a change of code (design, storage), checked
 * on the SQL that the code sends: the migrations, the written SQL, and the chains of the query builder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everyTable } from '@denba/server/database/every-table';
import { spreadStatements } from '@denba/server/database/spread-database';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tables that grow with the care given, distributed by place. All other tables are copied to every machine. */
const spread = everyTable.filter(({ kept }) => kept === 'spread').map(({ name }) => name);

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bCREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?TRIGGER\b/i, 'a trigger'],
  [/\bROW\s+LEVEL\s+SECURITY\b/i, 'row-level security'],
  [/\bGROUPING\s+SETS\b|\bCUBE\s*\(|\bROLLUP\s*\(/i, 'grouping sets'],
  [/\bMERGE\s+INTO\b/i, 'MERGE'],
  [/\bWITH\s+RECURSIVE\b/i, 'a recursive query'],
  [/\b(small|big)?serial\b|\bnextval\b|\bGENERATED\s+\w+(\s+\w+)?\s+AS\s+IDENTITY\b/i, 'a sequence'],
  [/\bSET\s+place_id\b/i, 'a change of place_id'],
  [/\bTABLESAMPLE\b|\bCURSOR\b/i, 'a cursor or a sample'],
];

const filesIn = (folder: string, end: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(end) && !path.includes('node_modules') && !path.includes('.test.'))
    .map((path) => join(root, folder, path));

const migrations = filesIn('apps/server/src/database/migrations', '.sql').map((path) => readFileSync(path, 'utf8'));
const code = ['apps/server/src', 'apps/portal/src', 'sync/server/src']
  .flatMap((folder) => filesIn(folder, '.ts'))
  .map((path) => ({
    path: path.slice(root.length),
    text: readFileSync(path, 'utf8'),
  }));
const withoutComments = (sql: string): string => sql.replaceAll(/--.*$/gm, '');

describe('the SQL that the server issues', () => {
  it('is there to be looked at', () => {
    expect(migrations.length).toBeGreaterThan(0);
    expect(code.length).toBeGreaterThan(50);
  });

  it('has nothing that a spread database cannot do', () => {
    const found = [
      ...migrations.map(withoutComments),
      ...code.flatMap(({ text }) => [...text.matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)].map((match) => match[1] ?? '')),
    ].flatMap((sql) => forbidden.flatMap(([pattern, what]) => (pattern.test(sql) ? [`${what}: ${sql.trim()}`] : [])));
    expect(found).toEqual([]);
  });

  it.each(spread)('keeps %s by place: first in its primary key and in every unique constraint', (table) => {
    const made = migrations.map(withoutComments).join('\n');
    const body = new RegExp(`CREATE TABLE ${table} \\(([\\s\\S]*?)\\n\\);`).exec(made)?.[1] ?? '';
    expect(body).toMatch(/\bplace_id text (NOT NULL|PRIMARY KEY)/);
    const keys = [...body.matchAll(/(PRIMARY KEY|UNIQUE)\s*\(([^)]*)\)/g)].map((match) =>
      match[2]?.split(',')[0]?.trim(),
    );
    expect(keys.length > 0 || /place_id text PRIMARY KEY/.test(body)).toBe(true);
    for (const first of keys) expect(first).toBe('place_id');
    expect(body, 'a foreign key to a table that is spread otherwise').not.toMatch(/\bREFERENCES\b/);
  });

  it('asks and changes what is spread at one place at a time', () => {
    const chains = code.flatMap(({ path, text }) =>
      [...text.matchAll(/\.(selectFrom|updateTable|deleteFrom)\(\s*'(\w+)(?: as \w+)?'\s*\)([\s\S]*?)\.execute/g)]
        .filter((match) => spread.some((table) => table === match[2]))
        .map((match) => ({ path, table: match[2], chain: match[3] ?? '' })),
    );
    expect(chains.length).toBeGreaterThan(10);
    const wide = chains.filter(({ chain }) => !/\.where\(\s*'(\w+\.)?place_id'/.test(chain));
    expect(wide.map(({ path, table }) => `${path}: ${table} without its place`)).toEqual([]);
  });
});

describe('npm run citus:prepare', () => {
  const statements = spreadStatements();
  const made = [
    ...migrations
      .map(withoutComments)
      .join('\n')
      .matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+) \(([\s\S]*?)\n\);/g),
  ];

  it('spreads, or puts on every machine, each table that a migration makes, and no other', () => {
    const named = statements.map((statement) => /^SELECT create_\w+\('(\w+)'/.exec(statement)?.[1]);
    expect(made.length).toBeGreaterThan(10);
    expect([...named].sort()).toEqual(made.map(([, table]) => table).sort());
  });

  it('puts on every machine what others refer to, before those', () => {
    const done = new Set<string>();
    const late: string[] = [];
    for (const statement of statements) {
      const [, how, table = ''] = /^SELECT (create_\w+)\('(\w+)'/.exec(statement) ?? [];
      const body = made.find(([, name]) => name === table)?.[2] ?? '';
      for (const [, other = ''] of body.matchAll(/REFERENCES (\w+)/g)) {
        if (how !== 'create_reference_table' || (other !== table && !done.has(other))) late.push(`${table} → ${other}`);
      }
      done.add(table);
    }
    expect(late).toEqual([]);
  });

  it('keeps all that is of one place on one machine', () => {
    const [first, ...others] = statements.filter((statement) => statement.includes('create_distributed_table'));
    expect(first).toBe("SELECT create_distributed_table('place_feed', 'place_id')");
    expect(others).toHaveLength(spread.length - 1);
    for (const other of others)
      expect(other).toMatch(/^SELECT \w+\('\w+', 'place_id', colocate_with => 'place_feed'\)$/);
  });
});
