import { randomUUID } from 'node:crypto';
import { holdFeed } from '@denba/sync-server/hold-feed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { recordWork } from '../record-threads/record-work.ts';
import { keepDoubles } from './keep-doubles.ts';

let database: TestDatabase;
let compared: string[];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

type Told = { readonly mother: string; readonly phone?: string; readonly village?: string; readonly born?: string };

const row = (family: string, { mother, phone, village = 'Sirakoro', born = '2026-02-03' }: Told) => ({
  ...{ family, facility: null, phone: phone ?? null, village, cardCode: null, father: null, caregiver: null },
  ...{ mother: { id: null, name: mother, birthYear: 1999, dead: false }, problems: 0, months: [] },
  children: [{ id: `${family}-child`, name: null, birthDate: born, sex: 'F', care: null }],
});

const aPlace = async (families: Readonly<Record<string, Told>>): Promise<string> => {
  const place = randomUUID();
  await database.db.insertInto('place_feed').values({ place_id: place, last_position: 0 }).execute();
  await write(place, families);
  return place;
};
const write = async (place: string, families: Readonly<Record<string, Told>>): Promise<void> => {
  for (const [family, told] of Object.entries(families)) {
    const kept = { place_id: place, family, families: [family], entries: 1, facts: '[]' };
    await database.db
      .insertInto('family_summary')
      .values({ ...kept, summary: JSON.stringify(row(family, told)) })
      .execute();
  }
};

const night = async (day: string): Promise<void> => {
  compared = [];
  const { compare } = recordWork({ db: database.db, fold: () => new Map(), figures: null });
  const note = async (place: string, today: string) => {
    compared.push(place);
    await compare(place, today);
  };
  await keepDoubles(database.db, note, new Date(`${day}T00:40:00Z`));
};
const pairsOf = async (place: string): Promise<readonly string[]> => {
  const rows = await database.db
    .selectFrom('possible_double')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('family')
    .execute();
  return rows.map(({ family, other, strength, reasons }) => `${family} ${other} ${strength} ${reasons.join(' ')}`);
};

const twice = {
  first: { mother: 'Kadiatou Traoré', phone: '76 11 22 33' },
  second: { mother: 'Cadiatou Traore' },
  stranger: { mother: 'Oumou Sangaré', village: 'Kabala', born: '2025-11-20' },
};

describe('the families of a place', () => {
  it('that sound the same are noted as possible doubles, in both directions, and no stranger is', async () => {
    const place = await aPlace(twice);
    await night('2026-11-26');
    const pairs = await pairsOf(place);
    expect(pairs).toHaveLength(2);
    expect(pairs[0]).toMatch(/^first second likely .*sameSound.*sameVillage.*sameBirth/);
    expect(pairs[1]).toMatch(/^second first likely /);
  });

  it('are not compared with those of another place', async () => {
    const { first, second } = twice;
    const places = [await aPlace({ first }), await aPlace({ second })];
    await night('2026-11-26');
    for (const place of places) expect(await pairsOf(place)).toEqual([]);
  });

  it('are compared once a night, and then anew', async () => {
    const { first, second } = twice;
    const place = await aPlace({ first });
    await night('2026-11-26');
    expect(compared).toContain(place);
    await write(place, { second });
    await night('2026-11-26');
    expect(compared).toEqual([]);
    await night('2026-11-27');
    expect(await pairsOf(place)).toHaveLength(2);
    await database.db
      .deleteFrom('family_summary')
      .where('place_id', '=', place)
      .where('family', '=', 'second')
      .execute();
    await night('2026-11-28');
    expect(await pairsOf(place)).toEqual([]);
  });

  it('are compared while a bundle of the place is being received', async () => {
    const place = await aPlace(twice);
    await database.db.transaction().execute(async (tx) => {
      await holdFeed(tx as never, place);
      await night('2026-11-29');
    });
    expect(await pairsOf(place)).toHaveLength(2);
  });
});
