/** Runs the real server with a PostgreSQL of its own, and makes places and join codes for phones. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnPostgres } from '@denba/server/database/own-postgres';
import type { Tables } from '@denba/server/database/tables';
import { makeJoinCode } from '@denba/server/devices/join-codes';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type ServerProcess, serverProgram } from '../../apps/server/test/real-server/server-process.ts';

export type RunningServer = {
  readonly server: ServerProcess;
  readonly db: Kysely<Tables>;
  readonly aPlace: (id: string) => Promise<void>;
  /** A join code for one phone. */
  readonly codeFor: (place: string) => Promise<string>;
};

/** Throws when the server logged a fault during the work. */
export const withServer = async <T>(root: string, work: (running: RunningServer) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'denba-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startOwnPostgres(folder);
  const program = await serverProgram(root);
  const profile = process.env['PROFILE'];
  const nodeOptions = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const server = await program.start({ databaseUrl: postgres.url, dataFolder: folder, nodeOptions });
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const done = await work({
      ...{ server, db },
      aPlace: async (id) => {
        await db
          .insertInto('place')
          .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
          .execute();
      },
      codeFor: (place) => makeJoinCode(db, { place, madeBy: 'bench', now: new Date() }),
    });
    if (server.faults.length > 0)
      throw new Error(`the server logged ${server.faults.length} faults: ${server.faults[0]}`);
    return done;
  } finally {
    await pool.end();
    await server.stop();
    await postgres.stop();
    program.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Waits until no family is left to fold. */
export const untilFolded = async ({ db }: Pick<RunningServer, 'db'>): Promise<void> => {
  for (;;) {
    const { rows } = await sql`SELECT FROM family_to_fold LIMIT 1`.execute(db);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
