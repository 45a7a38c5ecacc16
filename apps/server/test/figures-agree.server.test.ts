/**
 * Figures agree: whatever happens to a family and in whatever order it arrives, the figures that the server updates
 * bundle by bundle are exactly those that a phone counts from the whole record on the same day.
 */

import { randomUUID } from 'node:crypto';
import { addCounts, type Count } from '@denba/indicators/count/count';
import { countFacts } from '@denba/indicators/count/count-facts';
import { countedFacts } from '@denba/indicators/facts/counted-facts';
import { familyMonths } from '@denba/indicators/month/family-months';
import { monthFigures, monthIndicators } from '@denba/indicators/month/month-figures';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { addDays, type LocalDate, localDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { arbitraryLife } from '@denba/scenario/arbitraries';
import { readBundle, writeBundle } from '@denba/sync/bundle';
import type { FigureSums } from '@denba/sync-server/figures/figures';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedIndicators } from '../../../testing/indicators/read-shipped-indicators.ts';
import { compiledMami } from '../../../testing/protocols/test/compiled-mami.ts';
import { countByContent } from '../src/figures/count-by-content.ts';
import { keepFigures } from '../src/figures/keep-figures.ts';
import { foldForLists } from '../src/fold-for-lists.ts';
import { recordWork } from '../src/record-threads/record-work.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const rules = followUpRules(compiledMami);
const indicators = shippedIndicators();
const figures = countByContent(indicators);
const fold = foldForLists(rules);
const countOnPhone = countFacts(indicators);
const countMonths = familyMonths(indicators.indicators.filter(({ fact }) => fact !== null));
const LAST_DAY = localDate('2026-12-31');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const midday = (day: LocalDate) => () => new Date(`${day}T12:00:00Z`);

/** A place that no other test uses; entries are rewritten as if they had been recorded there. */
const aPlace = async () => {
  const id = randomUUID();
  await database.db
    .insertInto('place')
    .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
    .execute();
  return id;
};

const push = async (place: string, facilities: ReadonlySet<string>, entries: readonly Entry[], day: LocalDate) => {
  const device = entries[0]?.device as string;
  const made = '2026-11-26T09:00:00.000Z#0000' as Entry['recordedAt'];
  const bundle = readBundle(await writeBundle(entries, device, made, async () => new Uint8Array(64)));
  if (!bundle.ok) throw new Error(bundle.error.kind);
  const sender = { device, place, facilities };
  const answer = await receiveBundle({ db: database.db, fold, figures, now: midday(day) }, sender, bundle.value);
  expect(answer).toMatchObject({ quarantined: [] });
};

const kept = async (place: string) => {
  const rows = await database.db.selectFrom('indicator_figure').selectAll().where('place_id', '=', place).execute();
  const counts = rows.map(
    ({ indicator, month, stratum, value, ...of }): Count => ({
      ...{ indicator, month, stratum, value },
      denominator: Number(of.denominator),
      numerator: Number(of.numerator),
      unknown: Number(of.unknown),
      total: Number(of.total),
    }),
  );
  return sorted(addCounts(counts));
};

const onPhone = (entries: readonly Entry[], facilities: ReadonlySet<string>, day: LocalDate) =>
  sorted(
    addCounts(
      [...foldFamilies(entries)].flatMap(([, timeline]) => [
        ...countOnPhone(
          countedFacts(timeline, rules).filter(({ place }) => facilities.has(place)),
          day,
        ),
      ]),
    ),
  );

const sorted = (counts: readonly Count[]): readonly string[] =>
  counts.map((one) => JSON.stringify(one, keys)).toSorted();
const keys = ['indicator', 'month', 'stratum', 'value', 'denominator', 'numerator', 'unknown', 'total'];

/** « Mon mois » of the centre for every month of which the server has something, from the rows of a phone. */
const monthsOnPhone = (entries: readonly Entry[], places: ReadonlySet<string>, day: LocalDate) => {
  const families = [...foldFamilies(entries).values()].map((timeline) => countMonths(timeline, rules));
  const months = new Set(families.flat().flatMap(({ counts }) => counts.map(([month]) => month)));
  return [...months].toSorted().flatMap((month) => {
    const { exits: _, ...of } = monthFigures(families, month, day, { places });
    const shown = Object.entries(of).map(([name, of]) => [name, typeof of === 'number' ? of : Object.values(of)]);
    return shown.flat(2).some((one) => typeof one === 'number' && one > 0) ? [[month, Object.fromEntries(shown)]] : [];
  });
};

const monthsKept = async (place: string) => {
  const counts = (await kept(place)).map((one) => JSON.parse(one) as Count).filter(({ stratum }) => stratum === '');
  const months = [...new Set(counts.map(({ month }) => month))].toSorted();
  const { exits: _, ...names } = monthIndicators;
  return months.flatMap((month) => {
    const shown = Object.entries(names).map(([name, code]) => {
      const of = counts.find((one) => one.month === month && one.indicator === code);
      const isShare = name === 'positive' || name === 'assessedInTime' || name === 'kept';
      return [name, isShare ? [of?.numerator ?? 0, of?.denominator ?? 0] : (of?.numerator ?? 0)];
    });
    return shown.flat(2).some((one) => typeof one === 'number' && one > 0) ? [[month, Object.fromEntries(shown)]] : [];
  });
};

describe('the figures of a place', () => {
  it('are those that a phone counts, whatever happened, in whatever order it came, whenever it came', async () => {
    let cells = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryLife(),
        fc.array(fc.record({ upTo: fc.nat(100), days: fc.nat(40) }), { minLength: 1, maxLength: 4 }),
        async (life, steps) => {
          const place = await aPlace();
          const facilities = new Set(life.entries.map(({ facility }) => facility as string));
          const facility = [...facilities][0];
          if (facility !== undefined) await joined(place, facility);
          const logs = new Map<string, Entry[]>();
          for (const entry of life.entries) logs.set(entry.device, [...(logs.get(entry.device) ?? []), entry]);
          let day = localDate('2026-01-15');
          const arrived: Entry[] = [];
          for (const { upTo, days } of [...steps, { upTo: 100, days: 0 }]) {
            for (const log of logs.values()) {
              const before = arrived.filter(({ device }) => device === log[0]?.device).length;
              const batch = log.slice(before, Math.max(before, Math.ceil((log.length * upTo) / 100)));
              if (batch.length === 0) continue;
              await push(place, facilities, batch, day);
              arrived.push(...batch);
            }
            // If nothing arrived today, only the hourly upkeep brings the figures to this day.
            await keepFigures(
              database.db,
              { figures, work: recordWork({ db: database.db, fold, figures }) },
              midday(day)(),
            );
            expect(await kept(place)).toEqual(onPhone(arrived, new Set([facility ?? '']), day));
            expect(await monthsKept(place)).toEqual(monthsOnPhone(arrived, new Set([facility ?? '']), day));
            day = addDays(day, days);
          }
          await keepFigures(
            database.db,
            { figures, work: recordWork({ db: database.db, fold, figures }) },
            midday(LAST_DAY)(),
          );
          const atLast = await kept(place);
          expect(atLast).toEqual(onPhone(life.entries, new Set([facility ?? '']), LAST_DAY));
          cells += atLast.length;
        },
      ),
      { numRuns: 40 },
    );
    expect(cells).toBeGreaterThan(200);
  });
});

describe('figures of an older release', () => {
  it('stay as they are when a bundle comes, and are folded and counted anew by the upkeep', async () => {
    const [life] = fc.sample(arbitraryLife(), { numRuns: 1, seed: 7 });
    if (life === undefined) throw new Error('no life');
    const place = await aPlace();
    const day = localDate('2026-06-01');
    const own = life.entries.filter(({ device }) => device === life.entries[0]?.device);
    await joined(place, own[0]?.facility as string);
    const facilities = new Set(own.map(({ facility }) => facility as string));
    await push(place, facilities, own.slice(0, 1), day);
    const before = await kept(place);
    await database.db.updateTable('figure_state').set({ content: 'older' }).where('place_id', '=', place).execute();
    await database.db.updateTable('family_summary').set({ facts: '[]' }).where('place_id', '=', place).execute();
    await push(place, facilities, own.slice(1), day);
    expect(await kept(place)).toEqual(before);
    await keepFigures(database.db, { figures, work: recordWork({ db: database.db, fold, figures }) }, midday(day)());
    expect(await kept(place)).toEqual(onPhone(own, facilities, day));
  });
});

describe('figures of other indicators', () => {
  it('are counted anew of the facts that stand, and no entry is read', async () => {
    const [life] = fc.sample(arbitraryLife(), { numRuns: 1, seed: 7 });
    if (life === undefined) throw new Error('no life');
    const place = await aPlace();
    const day = localDate('2026-06-01');
    const own = life.entries.filter(({ device }) => device === life.entries[0]?.device);
    await joined(place, own[0]?.facility as string);
    const facilities = new Set(own.map(({ facility }) => facility as string));
    await push(place, facilities, own, day);
    const { db } = database;
    const others = { ...figures, content: `${figures.factsBy}others`, sums: () => noSums };
    const work = {
      ...recordWork({ db, fold, figures }),
      rebuild: () => Promise.reject(new Error('entries are read')),
    };
    await keepFigures(db, { figures: others, work }, midday(day)());
    expect(await kept(place)).toEqual([]);
    await keepFigures(db, { figures, work }, midday(day)());
    expect(await kept(place)).toEqual(onPhone(own, facilities, day));
  });
});

const noSums: FigureSums = { add: () => {}, take: () => {}, counts: () => [] };

/** A phone of the place that records under this name, so that facts under it are the place's own. */
const joined = async (place: string, facility: string): Promise<void> => {
  await database.db
    .insertInto('device')
    .values({
      ...{ id: randomUUID(), place_id: place, name: 'phone', facility },
      ...{ public_key: Buffer.alloc(65), token_hash: Buffer.from(randomUUID()), joined_at: new Date(0) },
    })
    .execute();
};
