/**
 * Kills the server, or its PostgreSQL, at any moment as in a power cut (`kill -9`), while phones push and pull: what
 * was acknowledged is there, once, and nothing is half-written. As many kills as fit in a few seconds;
 * `DENBA_KILLS=100` asks for that many of each.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom } from '@denba/scenario/random';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../src/database/own-postgres.ts';
import type { Tables } from '../../src/database/tables.ts';
import { type Link, startLink } from '../real-server/link-proxy.ts';
import { type ServerProcess, type ServerProgram, serverProgram } from '../real-server/server-process.ts';
import { halfWritten } from './half-written.ts';
import { type LinePhone, meetAtLast, phoneOnALine } from './phones-on-a-line.ts';

const ASKED = process.env['DENBA_KILLS'];
const KILLS = ASKED === undefined ? Number.POSITIVE_INFINITY : Number(ASKED);
const KILLING_MS = ASKED === undefined ? 5_000 : Number.POSITIVE_INFINITY;
/** At least this many: on a slow machine few kills fit in the time. */
const LEAST_KILLS = 3;
const LONGEST_MS = ASKED === undefined ? 240_000 : 20_000 * KILLS;

const folder = mkdtempSync(join(tmpdir(), 'denba-killed-'));
const random = createRandom('kills');
let program: ServerProgram;
let postgres: OwnPostgres;
let toPostgres: Link;
let pool: pg.Pool;
let db: Kysely<Tables>;
let server: ServerProcess;
let toServer: Link;
let phones: readonly LinePhone[];

const portOf = (url: string): number => Number(new URL(url).port);
/** Goes through a proxy, because a restarted PostgreSQL listens on another port. */
const databaseUrl = (): string => postgres.url.replace(/:\d+\/denba$/, `:${toPostgres.port}/denba`);
const startServer = async (): Promise<void> => {
  server = await program.start({ databaseUrl: databaseUrl(), dataFolder: folder });
};

beforeAll(async () => {
  chmodSync(folder, 0o755);
  program = await serverProgram(fileURLToPath(new URL('../../../../', import.meta.url)));
  postgres = await startOwnPostgres(folder);
  toPostgres = await startLink(() => portOf(postgres.url));
  await startServer();
  toServer = await startLink(() => server.port);
  pool = new pg.Pool({ connectionString: databaseUrl(), max: 2 });
  // Its connections are killed too.
  pool.on('error', () => {});
  db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  for (const id of ['here', 'there']) {
    await db
      .insertInto('place')
      .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
      .execute();
  }
  phones = await Promise.all(['here', 'here', 'there'].map((place) => phoneOnALine({ db }, place, toServer.port)));
}, 120_000);

afterAll(async () => {
  await server.stop();
  await toServer.end();
  await pool.end();
  await toPostgres.end();
  await postgres.stop();
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Pending while the state after a kill is checked: no phone begins anything new then, however slow the machine is. */
let goOn: Promise<void> = Promise.resolve();

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Saves and meets until it is stopped; counts the meetings that were completed. */
const busy = (phone: LinePhone, number: number) => {
  let [goesOn, met, reached] = [true, 0, true];
  const own = random.fork(number);
  const done = (async () => {
    while (goesOn) {
      await goOn;
      // Three families per place, of which one is shared and goes to and fro between the two places.
      const family = own.whole(3);
      const name = family === 0 ? 'shared' : `${phone.place}-${family}`;
      const other = phone.place === 'here' ? 'there' : 'here';
      const mayKnow = family !== 0 || phone.place === 'here';
      // Only after a complete meeting: without a server the log would grow faster than it can be sent.
      if (mayKnow && reached) await phone.save(name, 1 + own.whole(60), family === 0 ? other : undefined);
      reached = (await phone.meet()) === null;
      if (reached) met += 1;
      else await pause(100);
    }
    return met;
  })();
  return {
    met: () => met,
    stop: (): Promise<number> => {
      goesOn = false;
      return done;
    },
  };
};

const killAgainAndAgain = async (kill: () => Promise<void>): Promise<void> => {
  const work = phones.map(busy);
  const until = Date.now() + KILLING_MS;
  let kills = 0;
  for (; kills < KILLS && (kills < LEAST_KILLS || Date.now() < until); kills += 1) {
    // Each phone has met since the last kill, however slow the machine is, so that there is something to lose.
    const before = work.map(({ met }) => met());
    while (work.some(({ met }, at) => met() === before[at])) await pause(20);
    await pause(random.whole(500));
    const told = new Map(phones.map((phone) => [phone.id, phone.acknowledged()]));
    await kill();
    let open = (): void => {};
    goOn = new Promise((resolve) => {
      open = resolve;
    });
    try {
      expect(await halfWritten({ db }, told)).toEqual([]);
    } finally {
      open();
    }
  }
  const meetings = await Promise.all(work.map(({ stop }) => stop()));
  await meetAtLast(phones);
  await vi.waitFor(async () => expect(await db.selectFrom('family_to_fold').select('family').execute()).toEqual([]), {
    timeout: 60_000,
    interval: 50,
  });
  console.log(`${kills} kills in ${meetings.reduce((sum, one) => sum + one, 0)} meetings`);
  const told = new Map(phones.map((phone) => [phone.id, phone.saved()]));
  expect(await halfWritten({ db }, told)).toEqual([]);
  const [one, two] = await Promise.all(phones.map((phone) => phone.holds()));
  expect(one).toEqual(two);
  expect(new Set(one).size).toBe(one?.length);
};

it(
  'a server that is killed again and again loses nothing that it acknowledged and doubles nothing',
  async () => {
    await killAgainAndAgain(async () => {
      await server.kill();
      await startServer();
    });
  },
  LONGEST_MS,
);

it(
  'a PostgreSQL that is killed again and again loses nothing, and the server goes on with it',
  async () => {
    const { pid } = server;
    await killAgainAndAgain(async () => {
      const postmaster = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0];
      process.kill(Number(postmaster), 'SIGKILL');
      postgres = await startedAgain();
    });
    expect(server.pid).toBe(pid);
  },
  LONGEST_MS,
);

/** Child processes of a killed PostgreSQL end a moment later; until then the next one does not start. */
const startedAgain = async (): Promise<OwnPostgres> => {
  for (let tries = 1; ; tries += 1) {
    await pause(100);
    try {
      return await startOwnPostgres(folder);
    } catch (failure) {
      if (tries === 100) throw failure;
    }
  }
};
