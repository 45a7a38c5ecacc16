import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { startOwnPostgres } from './own-postgres.ts';

it('is made in a folder that is not there yet, keeps its data, and lets nobody list the folder', async () => {
  const above = mkdtempSync(join(tmpdir(), 'denba-own-'));
  // Like a system folder for data: everybody may traverse it.
  chmodSync(above, 0o755);
  const folder = join(above, 'lib', 'denba');
  for (const expected of [0, 1]) {
    const own = await startOwnPostgres(folder);
    const client = new pg.Client({ connectionString: own.url });
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS kept (it integer)');
    const { rows } = await client.query('SELECT count(*)::int AS count FROM kept');
    expect(rows).toEqual([{ count: expected }]);
    await client.query('INSERT INTO kept VALUES (1)');
    await client.end();
    await own.stop();
  }
  expect(statSync(folder).mode & 0o066).toBe(0);
  expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
  rmSync(above, { recursive: true, force: true });
});

it('is started again at the same address when it is killed, and keeps what it had', async () => {
  const above = mkdtempSync(join(tmpdir(), 'denba-own-'));
  chmodSync(above, 0o755);
  const folder = join(above, 'denba');
  let again = (): void => {};
  const own = await startOwnPostgres(folder, ({ failure }) => {
    if (failure === null) again();
  });
  const ask = async (statement: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: own.url });
    client.on('error', () => {});
    await client.connect();
    const result = await client.query(statement);
    await client.end();
    return result;
  };
  await ask('CREATE TABLE kept AS SELECT 1 AS it');
  for (let kill = 0; kill < 2; kill += 1) {
    const restarted = new Promise<void>((resolve) => {
      again = resolve;
    });
    process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await restarted;
    expect((await ask('SELECT it FROM kept')).rows).toEqual([{ it: 1 }]);
  }
  await own.stop();
  await expect(ask('SELECT 1')).rejects.toThrow('ECONNREFUSED');
  rmSync(above, { recursive: true, force: true });
}, 60_000);
