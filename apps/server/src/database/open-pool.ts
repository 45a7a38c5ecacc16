/** Connections to the database. */
import pg from 'pg';
import type { Log } from '../http/create-server.ts';

export const openPool = (connectionString: string, max: number, log: Log): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max });
  // A connection that breaks is made anew, whether it is idle or between two statements of a transaction: whoever uses it
  // is told by the next statement. Without listeners, of both kinds, it would end the program.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', (failure) => log({ kind: 'database', what: failure.message })));
  return pool;
};
