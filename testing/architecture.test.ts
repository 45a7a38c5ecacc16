/**
 * Who may import whom (ARCHITECTURE.md), as data. A broken rule fails with a sentence that says where the code should
 * go. The last test asserts that every source file was checked, so that a moved folder cannot go unnoticed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

type Room = {
  /** Packages (`@denba/<name>`) that the code of this folder may import. */
  readonly imports: readonly string[];
  /**
   * What the code may use. `node`: files, processes and the network. `browser`: what a page has, nothing of Node.
   * `pure`: neither.
   */
  readonly environment: 'pure' | 'browser' | 'node';
  readonly because: string;
};

const clinical = [
  ...(['quantities', 'growth', 'decisions', 'questionnaires', 'schedules', 'records', 'protocols'] as const),
  'indicators',
] as const;

const rooms: Readonly<Record<string, Room>> = {
  'clinical/quantities': {
    imports: [],
    environment: 'pure',
    because: 'quantities is the ground: days, rounding and three-valued logic that everything else stands on.',
  },
  'clinical/growth': {
    imports: ['quantities'],
    environment: 'pure',
    because: 'growth knows measurements and published tables, no protocol: cut-offs are handed to it.',
  },
  'clinical/decisions': {
    imports: ['quantities'],
    environment: 'pure',
    because: 'decisions runs any table and knows no protocol: content belongs in protocols/.',
  },
  'clinical/records': {
    imports: ['quantities'],
    environment: 'pure',
    because: 'records keeps what was entered; what it means clinically is decided in clinical/protocols.',
  },
  'clinical/questionnaires': {
    imports: ['quantities', 'decisions'],
    environment: 'pure',
    because: 'questionnaires runs any form and knows no widget, no protocol and no store.',
  },
  'clinical/schedules': {
    imports: ['quantities', 'decisions'],
    environment: 'pure',
    because: 'schedules computes due dates from data; the calendar of a protocol is a sheet in protocols/.',
  },
  'clinical/protocols': {
    imports: ['quantities', 'growth', 'decisions', 'questionnaires', 'schedules', 'records'],
    environment: 'pure',
    because: 'protocols reads, checks and evaluates content handed to it as text; it opens no file and no store.',
  },
  'clinical/indicators': {
    imports: ['quantities', 'decisions', 'records', 'protocols'],
    environment: 'pure',
    because: 'indicators counts facts by content handed to it as text; where figures are kept is for a store.',
  },
  'testing/scenario': {
    imports: [...clinical],
    environment: 'pure',
    because: 'scenario makes families and cohorts from seeds; it opens no file and belongs to no app.',
  },
  'sync/device': {
    imports: ['quantities', 'records', 'sync'],
    environment: 'browser',
    because: 'the device keeps entries; what their rows say and how they are shown is handed to it by the app.',
  },
  'sync/core': {
    imports: ['quantities', 'records'],
    environment: 'pure',
    because: 'sync decides what joins the record and what travels; who sends it and where it is kept is handed to it.',
  },
  'sync/server': {
    imports: ['quantities', 'records', 'sync'],
    environment: 'node',
    because: 'the store of the server keeps entries and feeds; who may send and ask is decided in apps/server.',
  },
  'ui/kit': {
    imports: ['quantities', 'growth'],
    environment: 'browser',
    because: 'the kit draws what it is given: it has no words, no protocol and no store.',
  },
  'apps/clinic/src': {
    imports: [...clinical, 'device', 'kit', 'sync'],
    environment: 'browser',
    because: 'the clinic composes clinical packages, the device and the kit; it imports no other app.',
  },
  'apps/clinic': {
    imports: [...clinical, 'device', 'kit', 'scenario'],
    environment: 'node',
    because: 'what builds and serves the clinic runs in Node; what a phone runs is in apps/clinic/src.',
  },
  'apps/portal': {
    imports: [...clinical, 'sync-server', 'kit'],
    environment: 'pure',
    because:
      'the portal makes pages of figures from a database that it is handed; who may see them the server decides.',
  },
  'apps/server': {
    imports: [...clinical, 'sync', 'sync-server', 'kit', 'portal'],
    environment: 'node',
    because:
      'the server composes clinical packages, sync, the words and codes of the kit, and the pages of the portal, which it serves; it imports no other app.',
  },
  'apps/cli': {
    imports: [...clinical, 'server', 'sync'],
    environment: 'node',
    because:
      'the command line composes clinical packages, writes what travels (packs), and puts words to what the server offers at the console; no other app and no test scenario.',
  },
};

/** Folders of scripts and tests, which may import every package. */
const openFolders = ['tools', 'bench', 'testing'] as const;

const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(ts|tsx|mts|js|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });

const all = ['clinical', 'sync', 'ui', 'apps', 'testing', 'tools', 'bench'].flatMap(sourceFiles);
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.includes('/test/');
/** The innermost folder of `rooms` that contains this path. */
const roomOf = (path: string): string | undefined =>
  Object.keys(rooms)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

const importsOf = (path: string): readonly string[] => {
  const code = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].flatMap((match) => match[1] ?? []);
};

describe.each(Object.entries(rooms))('%s', (room, rule) => {
  const files = all.filter((path) => roomOf(path) === room && !isTest(path));

  it('has source files', () => expect(files.length).toBeGreaterThan(0));

  it(`imports only ${rule.imports.join(', ') || 'nothing of ours'}`, () => {
    const own = room.split('/')[1];
    const wrong = files.flatMap((path) =>
      importsOf(path).flatMap((name) => {
        const target = /^@denba\/([^/]+)/.exec(name)?.[1];
        if (target === undefined || target === own || rule.imports.includes(target)) return [];
        return [`${path} imports ${name}. ${rule.because} Move the code to the package that may know both.`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches other packages by name, never by a path out of its folder', () => {
    const wrong = files.flatMap((path) =>
      importsOf(path).flatMap((name) => {
        if (!name.startsWith('.')) return [];
        const target = relative(root, resolve(root, dirname(path), name))
          .split(sep)
          .join('/');
        return target.startsWith(`${room}/`) ? [] : [`${path} imports ${name}: name the package (@denba/…) instead.`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  if (rule.environment === 'node') return;

  it('touches no file, process or network', () => {
    const wrong = files.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith('node:'))
        .map((name) => `${path} imports ${name}. ${rule.because} Take what it gives as an argument.`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('names', () => {
  it('say what they hold: no utils, helpers, common, misc, lib or shared, and no barrels', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|lib|shared)(\/|\.[a-z]+$)|(^|\/)index\.[a-z]+$/;
    expect(all.filter((path) => vague.test(path))).toEqual([]);
  });
});

it('every source file belongs to a room of the table or to an open folder', () => {
  const homeless = all.filter(
    (path) => roomOf(path) === undefined && !openFolders.some((folder) => path.startsWith(`${folder}/`)),
  );
  expect(homeless.map((path) => `${path}: give its package a row in testing/architecture.test.ts.`)).toEqual([]);
  const seen = new Set([...Object.keys(rooms).flatMap((room) => all.filter((path) => path.startsWith(`${room}/`)))]);
  const open = all.filter((path) => roomOf(path) === undefined);
  expect(seen.size + open.length).toBe(all.length);
  expect(all.length).toBeGreaterThan(100);
});
