/** Opens the connection pool of the database. */
import pg from 'pg';
import type { Log } from '../http/create-server.ts';

export const openPool = (connectionString: string, max: number, log: Log): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max });
  // A broken connection is replaced, whether it was idle or inside a transaction, whose next statement then fails.
  // Without both listeners, the error would end the program.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', (failure) => log({ kind: 'database', what: failure.message })));
  return pool;
};
