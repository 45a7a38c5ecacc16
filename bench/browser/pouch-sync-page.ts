/** The phone of the peer in a browser: PouchDB 9 with its IndexedDB adapter; each entry is a document, unencrypted. */
import type { Entry } from '@denba/records/entry';
import PouchDB from 'pouchdb-browser';

type Replicated = { readonly ok: boolean; readonly docs_written: number };
type Pouch = {
  readonly bulkDocs: (documents: readonly object[]) => Promise<unknown>;
  readonly replicate: Readonly<Record<'to' | 'from', (address: string, options: object) => Promise<Replicated>>>;
};

const WRITTEN_AT_ONCE = 1000;
const here = new PouchDB('phone', { auto_compaction: true }) as Pouch;

const page = {
  fill: async () => {
    const documents = (await (await fetch('/entries.ndjson')).text())
      .split('\n')
      .map((line) => JSON.parse(line) as Entry)
      .map((entry) => ({ ...entry, _id: entry.id }));
    for (let from = 0; from < documents.length; from += WRITTEN_AT_ONCE) {
      await here.bulkDocs(documents.slice(from, from + WRITTEN_AT_ONCE));
    }
  },
  /** `batch`: documents in one batch; `null`: PouchDB's default. */
  replicate: async (way: 'to' | 'from', address: string, batch: number | null) => {
    const start = performance.now();
    const { ok, docs_written: moved } = await here.replicate[way](address, batch === null ? {} : { batch_size: batch });
    if (!ok) throw new Error('the replication did not end well');
    return { ms: performance.now() - start, moved };
  },
};

Object.assign(globalThis, { page });
