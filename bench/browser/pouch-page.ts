/** The same acts with PouchDB 9 as the device benchmark: each entry and each row is a document, unencrypted. */
import type { Entry } from '@denba/records/entry';
import PouchDB from 'pouchdb-browser';
import { duePeople, type PlausibleRow, plausibleRows } from './plausible-row.ts';

type Pouch = {
  readonly bulkDocs: (documents: readonly object[]) => Promise<unknown>;
  readonly put: (document: object) => Promise<unknown>;
  readonly allDocs: (options: object) => Promise<{ readonly rows: readonly { readonly doc: unknown }[] }>;
};

const WRITTEN_AT_ONCE = 1000;
let pouch: Pouch | null = null;
let saved = 0;

const opened = (): Pouch => {
  pouch ??= new PouchDB('pouch', { auto_compaction: true }) as Pouch;
  return pouch;
};

const entryDocument = (entry: Entry): object => ({
  ...entry,
  _id: `entry/${entry.family}/${entry.recordedAt}/${entry.id}`,
});
const startingWith = (prefix: string): object => ({ startkey: prefix, endkey: `${prefix}\uffff`, include_docs: true });

const page = {
  fill: async (url: string) => {
    const entries = (await (await fetch(url)).text()).split('\n').map((line) => JSON.parse(line) as Entry);
    const rows = [...plausibleRows(entries)].map(([family, { row }]) => ({ _id: `row/${family}`, ...row }));
    const documents = [...entries.map(entryDocument), ...rows];
    for (let from = 0; from < documents.length; from += WRITTEN_AT_ONCE) {
      await opened().bulkDocs(documents.slice(from, from + WRITTEN_AT_ONCE));
    }
  },
  /** Opens the database, reads all rows, and lists the people who are due. */
  start: async (today: string) => {
    const start = performance.now();
    const { rows } = await opened().allDocs(startingWith('row/'));
    const due = duePeople(
      rows.map(({ doc }) => doc as PlausibleRow),
      today,
    ).length;
    return { ms: performance.now() - start, keyMs: 0, rows: rows.length, due };
  },
  openFamily: async (family: string) => {
    const start = performance.now();
    const { rows } = await opened().allDocs(startingWith(`entry/${family}/`));
    if (rows.length === 0) throw new Error('a family without entries');
    return performance.now() - start;
  },
  save: async (family: string) => {
    const { rows } = await opened().allDocs(startingWith(`entry/${family}/`));
    const { _rev, ...last } = (rows.at(-1)?.doc ?? {}) as { readonly _rev?: string };
    saved += 1;
    const start = performance.now();
    await opened().put({ ...last, _id: `entry/${family}/saved/${saved}` });
    return performance.now() - start;
  },
};

Object.assign(globalThis, { page });
