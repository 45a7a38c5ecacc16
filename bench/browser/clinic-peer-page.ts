/**
 * The peers of the clinic's benchmark: the same entries and list rows in PouchDB 9 (each a document), and the rows in
 * Dexie 4 (with indexes on what is searched), unencrypted. No screen is drawn.
 */

import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { type CareRow, careRow } from '@denba/protocols/care/lists/care-row';
import { dueToday } from '@denba/protocols/care/lists/due-today';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { Dexie, type EntityTable } from 'dexie';
import PouchDB from 'pouchdb-browser';

type Pouch = {
  readonly bulkDocs: (documents: readonly object[]) => Promise<unknown>;
  readonly put: (document: object) => Promise<unknown>;
  readonly allDocs: (options: object) => Promise<{ readonly rows: readonly { readonly doc: unknown }[] }>;
};

const WRITTEN_AT_ONCE = 1000;
const HITS = 20;
const openPouch = (): Pouch => new PouchDB('pouch', { auto_compaction: true }) as Pouch;
const beginning = (prefix: string): object => ({ startkey: prefix, endkey: `${prefix}\uffff`, include_docs: true });
const entryDocument = (entry: Entry): object => ({
  ...entry,
  _id: `entry/${entry.family}/${entry.recordedAt}/${entry.id}`,
});

type DexieRow = { readonly family: string; readonly name: string; readonly village: string; readonly row: CareRow };
const openDexie = async () => {
  const database = new Dexie('dexie') as Dexie & { readonly rows: EntityTable<DexieRow, 'family'> };
  database.version(1).stores({ rows: 'family, name, village' });
  await database.open();
  return database;
};

const rules = followUpRules(await (await fetch('/protocol.json')).json());
let pouch = openPouch();
const dexie = await openDexie();
let saved = 0;

const page = {
  fill: async () => {
    const entries = (await (await fetch('/entries.ndjson')).text())
      .split('\n')
      .map((line) => JSON.parse(line) as Entry);
    const rows = [...foldFamilies(entries).values()].map((timeline) => careRow(timeline, rules));
    const documents = [...entries.map(entryDocument), ...rows.map((row) => ({ _id: `row/${row.family}`, ...row }))];
    for (let from = 0; from < documents.length; from += WRITTEN_AT_ONCE) {
      await pouch.bulkDocs(documents.slice(from, from + WRITTEN_AT_ONCE));
    }
  },
  fillDexie: async () => {
    const { rows } = await pouch.allDocs(beginning('row/'));
    await dexie.rows.bulkPut(
      rows.map(({ doc }) => {
        const row = doc as CareRow;
        return { family: row.family, name: row.mother.name ?? '', village: row.village ?? '', row };
      }),
    );
  },
  /** Opens the database, reads all rows, and lists the people who are due. */
  list: async (today: string) => {
    const start = performance.now();
    pouch = openPouch();
    const { rows } = await pouch.allDocs(beginning('row/'));
    const lists = dueToday(
      rows.map(({ doc }) => doc as CareRow),
      rules,
      today as LocalDate,
    );
    const due = Object.values(lists).reduce((sum, list) => sum + list.length, 0);
    return { ms: performance.now() - start, rows: rows.length, due };
  },
  /** Looks at every row, as the find of PouchDB does when no index fits. */
  findInPouch: async (text: string) => {
    const start = performance.now();
    const { rows } = await pouch.allDocs(beginning('row/'));
    const wanted = new RegExp(text.replace(/[^\p{L}\d ]/gu, ''), 'i');
    const hits = rows.filter(({ doc }) => wanted.test((doc as CareRow).mother.name ?? '')).slice(0, HITS);
    return { ms: performance.now() - start, hits: hits.length };
  },
  findInDexie: async (text: string) => {
    const start = performance.now();
    const hits = await dexie.rows.where('name').startsWithIgnoreCase(text).limit(HITS).toArray();
    return { ms: performance.now() - start, hits: hits.length };
  },
  openFamily: async (family: string) => {
    const start = performance.now();
    const { rows } = await pouch.allDocs(beginning(`entry/${family}/`));
    return { ms: performance.now() - start, entries: rows.length };
  },
  save: async (family: string) => {
    const { rows } = await pouch.allDocs(beginning(`entry/${family}/`));
    const { _rev, ...last } = (rows.at(-1)?.doc ?? { _rev: '' }) as { readonly _rev: string };
    saved += 1;
    const start = performance.now();
    await pouch.put({ ...last, _id: `entry/${family}/saved/${saved}` });
    return performance.now() - start;
  },
  /** Derives the key from a PIN on the main thread. Returns ms. */
  stretch: async () => {
    const [{ stretchHere }, { PIN_COST }] = await Promise.all([
      import('@denba/device/keys/stretch-here'),
      import('@denba/device/keys/stretch'),
    ]);
    const start = performance.now();
    await stretchHere(new Uint8Array(6), new Uint8Array(16), PIN_COST);
    return performance.now() - start;
  },
};

export type PeerPage = typeof page;
Object.assign(globalThis, { page });
