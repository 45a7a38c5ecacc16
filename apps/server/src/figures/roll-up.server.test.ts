/**
 * Compares the sums over the places below with a direct count: whatever is added, taken, counted anew and rolled up, in
 * any order, a page reads for each place the sum over the places in it.
 */
import { randomUUID } from 'node:crypto';
import { readCounts } from '@denba/portal/counts/read-counts';
import type { PortalTables } from '@denba/portal/portal-tables';
import type { FigureCount, Figures } from '@denba/sync-server/figures/figures';
import { rollUp } from '@denba/sync-server/figures/roll-up';
import { sumCells } from '@denba/sync-server/figures/sum-cells';
import { countPlace } from '@denba/sync-server/figures/up-to-date';
import { addToFigures } from '@denba/sync-server/figures/write-figures';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { recordWork } from '../record-threads/record-work.ts';
import { startUpkeep } from './upkeep.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const tree = [
  ['pays', null],
  ['region', 'pays'],
  ['hopital', 'region'],
  ['district', 'region'],
  ['centre', 'district'],
  ['site', 'centre'],
  ['autre', 'pays'],
] as const;
type Id = (typeof tree)[number][0];
const places = tree.map(([id]) => id);

/** Each run has a country of its own: place ids are those of the tree with a suffix. */
let named = (id: string): string => id;
const insideOf = (id: Id): readonly Id[] => [
  id,
  ...tree.flatMap(([one, above]) => (above === id ? insideOf(one) : [])),
];

const aCountry = async (): Promise<void> => {
  const token = randomUUID().slice(0, 8);
  named = (id) => `${id}-${token}`;
  const paths = new Map<string, string>();
  for (const [id, above] of tree) {
    const path = `${above === null ? '' : paths.get(above)}${named(id)}/`;
    paths.set(id, path);
    await database.db
      .insertInto('place')
      .values({ id: named(id), parent_id: above && named(above), kind: 'district', name: id, path })
      .execute();
  }
};
beforeEach(aCountry);

const arbitraryCell: fc.Arbitrary<FigureCount> = fc.record({
  indicator: fc.constantFrom('A', 'B'),
  month: fc.constantFrom('2026-01', '2026-02'),
  stratum: fc.constantFrom('', 'sex=F', 'sex=M', 'age=0'),
  value: fc.constantFrom('', 'R1'),
  denominator: fc.integer({ min: -9, max: 9 }),
  numerator: fc.integer({ min: -9, max: 9 }),
  unknown: fc.integer({ min: -2, max: 2 }),
  total: fc.integer({ min: -2000, max: 2000 }),
});

const arbitraryStep = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), place: fc.constantFrom(...places), cells: fc.array(arbitraryCell) }),
  fc.record({ kind: fc.constant('anew' as const), place: fc.constantFrom(...places), cells: fc.array(arbitraryCell) }),
  fc.constant({ kind: 'roll' as const }),
);
type Step = typeof arbitraryStep extends fc.Arbitrary<infer One> ? One : never;

/** Figures of one family that adds exactly these cells. */
const figuresOf = (cells: readonly FigureCount[]): Figures => ({
  ...{ factsBy: 'th', content: 'these', today: '2026-11-26', change: () => [], changesAfter: () => [] },
  stocks: [],
  sums: () => {
    let families = 0;
    return {
      add: () => {
        families += 1;
      },
      take: () => {
        families -= 1;
      },
      counts: () => (families === 0 ? [] : sumCells(cells)),
    };
  },
});

const take = async (step: Step): Promise<void> => {
  const { db } = database;
  if (step.kind === 'roll') return rollUp(db as never);
  const place = named(step.place);
  await db.transaction().execute(async (tx) => {
    if (step.kind === 'add') return addToFigures(tx as never, place, sumCells(step.cells));
    await tx
      .insertInto('family_summary')
      .values({ place_id: place, family: 'f', families: ['f'], entries: 1, summary: '{}', facts: '[]' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await countPlace(tx as never, place, figuresOf(step.cells));
  });
};

const cellKey = ({ indicator, month, stratum, value }: FigureCount): string =>
  [indicator, month, stratum, value].join(' ');
const sorted = (cells: readonly FigureCount[]): readonly FigureCount[] =>
  cells.toSorted((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1));

/** The direct count: cell by cell over the rows of every place in it. */
const addedUp = async (place: Id): Promise<readonly FigureCount[]> => {
  const { rows } = await sql<FigureCount>`
    SELECT indicator, month, stratum, value, denominator::int, numerator::int, unknown::int, total::int
    FROM indicator_figure WHERE place_id = ANY(${insideOf(place).map(named)}::text[])`.execute(database.db);
  return sorted(sumCells(rows));
};

const read = async (place: Id): Promise<readonly FigureCount[]> => {
  const db = database.db.withTables<PortalTables>();
  const asked = { places: [named(place)], indicators: ['A', 'B'], from: '2026-01', to: '2026-02', byMonth: true };
  const counts = [
    ...(await readCounts(db, { ...asked, strata: 'together' })),
    ...(await readCounts(db, { ...asked, strata: { dimension: 'sex' } })),
    ...(await readCounts(db, { ...asked, strata: { dimension: 'age' } })),
  ];
  return sorted(counts.map(({ place: _, ...cell }) => cell));
};

const expectAllToAgree = async (): Promise<void> => {
  for (const place of places) expect([place, await read(place)]).toEqual([place, await addedUp(place)]);
};

describe('what a page reads of a place', () => {
  it('is what all that lies in it adds up to, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryStep, { minLength: 1, maxLength: 12 }), async (steps) => {
        await aCountry();
        for (const step of steps) await take(step);
        await expectAllToAgree();
        await rollUp(database.db as never);
        await expectAllToAgree();
      }),
      { numRuns: 25 },
    );
  });

  // The steps of one place run one after the other, as they do while its feed is held. Counting anew holds the feed
  // too, and is left out.
  it('is the same while centres send and two servers roll up at once', async () => {
    const steps = fc.sample(arbitraryStep, { numRuns: 60, seed: 7 }).filter((step) => step.kind !== 'anew');
    const inTurn = async (kind: Step['kind'], place?: Id): Promise<void> => {
      for (const step of steps)
        if (step.kind === kind && (!('place' in step) || step.place === place)) await take(step);
    };
    await Promise.all([...places.map((place) => inTurn('add', place)), inTurn('roll'), inTurn('roll')]);
    await expectAllToAgree();
    await rollUp(database.db as never);
    await expectAllToAgree();
  });

  it('needs nothing pending once it is rolled up, and no row of what lies below', async () => {
    const cell = { indicator: 'A', month: '2026-01', stratum: '', value: '', unknown: 0, total: 0 };
    await take({ kind: 'add', place: 'site', cells: [{ ...cell, denominator: 9, numerator: 3 }] });
    await rollUp(database.db as never);
    const { rows } = await sql`SELECT FROM figure_pending WHERE place_id = ${named('site')}`.execute(database.db);
    expect(rows).toHaveLength(0);
    await database.db.deleteFrom('indicator_figure').where('place_id', '=', named('site')).execute();
    expect(await read('pays')).toEqual([{ ...cell, denominator: 9, numerator: 3 }]);
  });

  it('is rolled up by the server that runs', async () => {
    const { db } = database;
    const logged: unknown[] = [];
    const figures = figuresOf([]);
    const upkeep = startUpkeep({
      ...{ db, figures, atOnce: 1, now: () => new Date('2026-11-26T09:00:00Z') },
      work: recordWork({ db, fold: () => new Map(), figures }),
      log: (what) => logged.push(what),
    });
    const cell = { indicator: 'A', month: '2026-01', stratum: '', value: '', unknown: 0, total: 0 };
    await take({ kind: 'add', place: 'centre', cells: [{ ...cell, denominator: 2, numerator: 1 }] });
    await upkeep.look();
    await upkeep.stop();
    expect(logged).toEqual([]);
    const { rows } = await sql`SELECT FROM figure_pending WHERE place_id = ${named('centre')}`.execute(db);
    expect(rows).toHaveLength(0);
    expect(await read('pays')).toEqual([{ ...cell, denominator: 2, numerator: 1 }]);
  });

  it('of a place alone leaves out what lies below it', async () => {
    const cell = { indicator: 'A', month: '2026-01', stratum: '', value: '', unknown: 0, total: 0 };
    await take({ kind: 'add', place: 'site', cells: [{ ...cell, denominator: 9, numerator: 3 }] });
    await take({ kind: 'add', place: 'centre', cells: [{ ...cell, denominator: 2, numerator: 1 }] });
    const asked = { places: [named('centre')], indicators: ['A'], from: null, to: '2026-02', byMonth: true } as const;
    const db = database.db.withTables<PortalTables>();
    const own = await readCounts(db, { ...asked, strata: 'together', isOwn: true });
    expect(own.map(({ denominator }) => denominator)).toEqual([2]);
  });
});
