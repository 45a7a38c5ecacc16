import type { Kysely } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../apps/server/test/test-database.ts';
import { receivingAcceptance } from '../../core/test/receiving-acceptance.ts';
import { postgresStore } from './postgres-store.ts';
import { readFeed } from './read-feed.ts';
import type { SyncTables } from './tables.ts';
import type { EntryRow } from './write-entries.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const now = new Date('2026-11-26T09:00:00Z');

receivingAcceptance<EntryRow>('PostgreSQL', () => {
  const db = database.db as unknown as Kysely<SyncTables>;
  return {
    transact: (work) => db.transaction().execute((tx) => work(postgresStore(tx, { at: now, phoneOffMs: null }))),
    openPlace: async (id) => {
      await database.db
        .insertInto('place')
        .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
        .execute();
    },
    feed: async (place) => {
      const page = await readFeed(db, { id: 'nobody', place }, { after: 0, seen: null, limit: 1000, held: null }, now);
      return (page?.lines ?? []).map(({ position, entry }) => [position, entry] as const);
    },
  };
});
