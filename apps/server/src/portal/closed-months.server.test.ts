/** A month is closed, and entries go on arriving: late or moved ones are shown beside what was reported. */
import { randomUUID } from 'node:crypto';
import type { Entry } from '@denba/records/entry';
import { facilityId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { readBundle, writeBundle } from '@denba/sync/bundle';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { indicatorsOfTests, rulesOfTests } from '../../test/figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { pageVisitors, textOf } from '../../test/test-pages.ts';
import { aMorning, managedApp } from '../../test/test-people.ts';
import { countByContent } from '../figures/count-by-content.ts';
import { keepFigures } from '../figures/keep-figures.ts';
import { foldForLists } from '../fold-for-lists.ts';
import { recordWork } from '../record-threads/record-work.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
let place = '';
const clock = aMorning();
const figures = countByContent(indicatorsOfTests);
const fold = foldForLists(rulesOfTests);
const at = (day: string): Date => new Date(`${day}T12:00:00Z`);

beforeAll(async () => {
  database = await testDatabase();
  server = managedApp(database, clock, { indicators: indicatorsOfTests, careRules: rulesOfTests });
  visitors = pageVisitors(server, database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});
beforeEach(async () => {
  place = randomUUID();
  await database.db
    .insertInto('place')
    .values({ id: place, parent_id: null, kind: 'health_centre', name: 'Siby', path: `${place}/` })
    .execute();
});

const aPhoneJoins = (day: string) =>
  database.db
    .insertInto('device')
    .values({
      ...{ id: randomUUID(), place_id: place, name: 'Téléphone', facility: place, joined_at: at(day) },
      ...{ public_key: Buffer.alloc(65), token_hash: Buffer.from(randomUUID()) },
    })
    .execute();

/** Sends these entries of the place on a day. */
const sends = async (entries: readonly Entry[], day: string): Promise<void> => {
  const device = entries[0]?.device as string;
  const made = `${day}T12:00:00.000Z#0000` as Entry['recordedAt'];
  const bundle = readBundle(await writeBundle(entries, device, made, async () => new Uint8Array(64)));
  if (!bundle.ok) throw new Error(bundle.error.kind);
  const sender = { device, place, facilities: new Set([place]) };
  const answer = await receiveBundle({ db: database.db, fold, figures, now: () => at(day) }, sender, bundle.value);
  expect(answer).toMatchObject({ quarantined: [] });
};
const theHourComes = (day: string): Promise<void> =>
  keepFigures(database.db, { figures, work: recordWork({ db: database.db, fold, figures }) }, at(day));

/** A child who left MAMI on a day, cured or lost. */
const leaves = (exit: 'R1' | 'R4', on: string, as = 'exit'): FamilyLife =>
  family(randomUUID(), { on: '2026-07-01', device: fakeDevice(randomUUID(), { facility: facilityId(place) }) })
    .mother()
    .bears({ on: '2026-07-01' })
    .assessed({ on: '2026-08-01', enrolment_decision: 'enrolled' })
    .exits(exit, { on, as });

/** A child who is in care from a day on. */
const enrolledStill = (on: string): FamilyLife =>
  family(randomUUID(), { on: '2026-07-01', device: fakeDevice(randomUUID(), { facility: facilityId(place) }) })
    .mother()
    .bears({ on: '2026-07-01' })
    .assessed({ on, enrolment_decision: 'enrolled' });

const read = async (role: 'supervisor' | 'programme', page: string): Promise<string> => {
  const reader = await visitors.as(role, place);
  const { status, body } = await reader.get(`/portal/places/${place}${page}`);
  expect(status).toBe(200);
  return textOf(body);
};
const DEFAULTS = '/indicators/MAMI.IND.10?period=2026-08..2026-10';

describe('October is closed on 15 November with one default in three', () => {
  const closes = async (): Promise<readonly FamilyLife[]> => {
    await aPhoneJoins('2026-06-01');
    await theHourComes('2026-10-15');
    const lives = [leaves('R1', '2026-10-03'), leaves('R1', '2026-10-09'), leaves('R4', '2026-10-20')];
    for (const { entries } of lives) await sends(entries, '2026-10-30');
    await theHourComes('2026-11-14');
    await theHourComes('2026-11-15');
    return lives;
  };

  it('and says nothing of it while nothing has changed', async () => {
    await closes();
    await theHourComes('2026-11-26');
    const page = await read('supervisor', DEFAULTS);
    expect(page).toContain('33,3 %');
    expect(page).not.toContain('depuis');
  });

  it('and a default that comes late is in the living figure, beside the one that was closed', async () => {
    await closes();
    await sends(leaves('R4', '2026-10-28').entries, '2026-11-20');
    await theHourComes('2026-11-26');
    const page = await read('supervisor', DEFAULTS);
    expect(page).toMatch(/octobre 2026 50,0 % 2 4 /);
    expect(page).toContain('clos le 15 nov. 2026 : 33,3 % (1 sur 3) ; depuis : +1 sur +1');
  });

  it('and its report prints what was closed, and what it is today', async () => {
    await closes();
    await sends(leaves('R4', '2026-10-28').entries, '2026-11-20');
    const report = await read('supervisor', '/report?period=2026-10');
    expect(report).toContain('Clôture : 15 nov. 2026');
    expect(report).toMatch(/Abandons 33,3 % 1 3 [\d,]+ – [\d,]+ 50,0 % \(\+1 sur \+1\)/);
  });

  it('and the report of the next year holds its coverage against the people of its own year', async () => {
    const people = (year: number, population: number) => ({ place_id: place, year, population });
    await database.db
      .insertInto('place_population')
      .values([people(2025, 10_000), people(2026, 20_000)])
      .execute();
    await aPhoneJoins('2025-06-01');
    const screened = family(randomUUID(), {
      ...{ on: '2025-12-01', device: fakeDevice(randomUUID(), { facility: facilityId(place) }) },
    })
      .mother()
      .bears({ on: '2025-12-01' })
      .screened({ on: '2025-12-10' });
    await sends(screened.entries, '2025-12-20');
    await theHourComes('2026-01-15');
    const covered = async (month: string): Promise<readonly string[]> => {
      const report = await read('supervisor', `/report?period=${month}`);
      return /Couverture du dépistage (.*?) Dépistés positifs/.exec(report)?.[1]?.split(' ') ?? [];
    };
    const [december] = await covered('2025-12');
    expect(december).toMatch(/^0,5/);
    expect((await covered('2026-01')).join(' ')).toContain(`0,5`);
  });

  it('and a correction that moves the default to September moves both months, and neither that was closed', async () => {
    const [, , lost] = await closes();
    if (lost === undefined) throw new Error('nobody was lost');
    const corrected = lost.corrects('exit', {}, 'mauvais mois', { on: '2026-11-22', occurred_on: '2026-09-20' });
    await sends(corrected.entries.slice(lost.entries.length), '2026-11-22');
    await theHourComes('2026-11-26');
    const page = await read('supervisor', DEFAULTS);
    expect(page).toMatch(/septembre 2026 100,0 % 1 1 /);
    expect(page).toContain('clos le 15 oct. 2026 : rien ; depuis : +1 sur +1');
    expect(page).toMatch(/octobre 2026 0,0 % 0 2 /);
    expect(page).toContain('clos le 15 nov. 2026 : 33,3 % (1 sur 3) ; depuis : −1 sur −1');
    const { rows } = await database.pool.query(
      `SELECT month, denominator, numerator FROM figure_frozen
       WHERE place_id = $1 AND indicator = 'MAMI.IND.10' AND stratum = '' ORDER BY month`,
      [place],
    );
    expect(rows).toEqual([{ month: '2026-10', denominator: '3', numerator: '1' }]);
  });

  it('and so is how many were in care, whatever month a late entry or exit belongs to', async () => {
    await closes();
    await sends(leaves('R4', '2026-09-28').entries, '2026-11-20');
    await sends(enrolledStill('2026-08-03').entries, '2026-11-20');
    await theHourComes('2026-11-26');
    const page = await read('supervisor', '/indicators/MAMI.IND.28?period=2026-08..2026-10');
    expect(page).toMatch(/octobre 2026 1 /);
    expect(page).toContain('clos le 15 nov. 2026 : 0 ; depuis : +1');
  });

  it('and of a month that was closed before that was kept, it says nothing', async () => {
    await closes();
    await database.pool.query('UPDATE month_closed SET with_stocks = false WHERE place_id = $1', [place]);
    await sends(enrolledStill('2026-08-03').entries, '2026-11-20');
    await theHourComes('2026-11-26');
    expect(await read('supervisor', '/indicators/MAMI.IND.28?period=2026-08..2026-10')).not.toContain('clos le');
  });

  it('and a reader without the register sees no difference of one', async () => {
    await closes();
    await sends(leaves('R4', '2026-10-28').entries, '2026-11-20');
    expect(await read('programme', DEFAULTS)).not.toContain('depuis');
    expect(await read('programme', '/report?period=2026-10')).not.toMatch(/\+1/);
  });
});

describe('what comes for a month only after its closing day', () => {
  const frozen = async () =>
    (await database.pool.query('SELECT DISTINCT month FROM figure_frozen WHERE place_id = $1', [place])).rows;
  const closed = async () =>
    (
      await database.pool.query('SELECT month, closed_at FROM month_closed WHERE place_id = $1 ORDER BY month', [place])
    ).rows.map(({ month, closed_at }) => `${month} ${(closed_at as Date).toISOString().slice(0, 10)}`);

  it('is not frozen as if it had been there: a phone that was there sent nothing', async () => {
    await aPhoneJoins('2026-10-20');
    await theHourComes('2026-11-15');
    await sends(leaves('R1', '2026-10-25').entries, '2026-11-18');
    await theHourComes('2026-11-26');
    expect(await closed()).toEqual(['2026-10 2026-11-15']);
    expect(await frozen()).toEqual([]);
  });

  it('is never frozen of a centre that joined later, with its old registers', async () => {
    await aPhoneJoins('2026-11-20');
    await sends(leaves('R1', '2026-10-25').entries, '2026-11-21');
    await theHourComes('2026-11-26');
    expect([await closed(), await frozen()]).toEqual([[], []]);
    await theHourComes('2026-12-16');
    expect(await closed()).toEqual(['2026-11 2026-12-16']);
  });
});
