/** The management over a small country, for one test file: created before its first test, ended after its last. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { pageVisitors } from './test-pages.ts';
import { aCountry, aMorning, managedApp } from './test-people.ts';

type Made = {
  readonly database: TestDatabase;
  readonly server: FastifyInstance;
  readonly visitors: ReturnType<typeof pageVisitors>;
};

/**
 * Must be called where the tests of a file are described; the properties of the result may be used inside the tests
 * only.
 */
export const managedPages = (): Made & { readonly clock: ReturnType<typeof aMorning> } => {
  const clock = aMorning();
  let made: Made | null = null;
  beforeAll(async () => {
    const database = await testDatabase();
    await aCountry(database);
    const server = managedApp(database, clock);
    made = { database, server, visitors: pageVisitors(server, database, clock) };
  });
  afterAll(async () => {
    await made?.server.close();
    await made?.database.end();
  });
  const there = (): Made => {
    if (made === null) throw new Error('asked for before the tests began');
    return made;
  };
  return {
    clock,
    get database() {
      return there().database;
    },
    get server() {
      return there().server;
    },
    get visitors() {
      return there().visitors;
    },
  };
};
