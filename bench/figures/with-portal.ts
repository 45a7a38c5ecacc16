/** Runs the server in this process, over a PostgreSQL of its own, with a signed-in reader of the whole country. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { createApp } from '@denba/server/create-app';
import { migrate } from '@denba/server/database/migrate';
import { startOwnPostgres } from '@denba/server/database/own-postgres';
import type { Tables } from '@denba/server/database/tables';
import { countByContent } from '@denba/server/figures/count-by-content';
import { readContent } from '@denba/server/figures/read-content';
import { foldForLists } from '@denba/server/fold-for-lists';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import type { FastifyInstance } from 'fastify';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { aPerson, browserOf } from '../../apps/server/test/test-people.ts';
import { rules } from '../browser/clinic-stories.ts';

export const NOW = new Date('2026-11-26T09:00:00Z');

export type Portal = {
  readonly app: FastifyInstance;
  readonly db: Kysely<Tables>;
  readonly databaseUrl: string;
  readonly indicators: IndicatorSet;
  readonly fold: Fold;
  readonly figures: CountFigures;
  /** Signs somebody in who may read every register below a place. */
  readonly reader: (place: string) => Promise<{ readonly get: (url: string) => Promise<{ readonly status: number }> }>;
};

export const withPortal = async <T>(root: string, work: (portal: Portal) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'denba-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startOwnPostgres(folder);
  const pool = new pg.Pool({ connectionString: postgres.url, max: 10 });
  try {
    await migrate(pool);
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    const indicators = readContent(join(root, 'indicators'));
    const [fold, figures] = [foldForLists(rules), countByContent(indicators)];
    const app = createApp({
      ...{ db, fold, figures, indicators, careRules: rules },
      ...{ now: () => NOW, log: () => {}, publicUrl: 'https://denba.example.org' },
    });
    const reader: Portal['reader'] = async (place) => {
      const person = await aPerson({ db }, ['national', place]);
      return browserOf(app, { db, pool, url: postgres.url, end: async () => {} }, { now: NOW }, person.id);
    };
    const done = await work({ app, db, databaseUrl: postgres.url, indicators, fold, figures, reader });
    await app.close();
    return done;
  } finally {
    await pool.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
