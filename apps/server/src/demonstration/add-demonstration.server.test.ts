import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { aCountry, aMorning } from '../../test/test-people.ts';
import { addDemonstration, demonstrationPlaces } from './add-demonstration.ts';

let [empty, real]: TestDatabase[] = [];
beforeAll(async () => {
  [empty, real] = [await testDatabase(), await testDatabase()];
});
afterAll(async () => {
  await empty?.end();
  await real?.end();
});
const placesIn = async ({ db }: TestDatabase) => (await db.selectFrom('place').select('id').execute()).length;

it('simulated centres come into an empty database, and at each start with new codes', async () => {
  if (empty === undefined) throw new Error('no database');
  for (let start = 0; start < 2; start += 1) {
    expect(await addDemonstration(empty.db, aMorning().now)).toHaveLength(3);
    expect(await placesIn(empty)).toBe(demonstrationPlaces.length);
  }
});

it('beside a real country they are not added, and let no phone in', async () => {
  if (real === undefined) throw new Error('no database');
  await aCountry(real);
  const before = await placesIn(real);
  expect(await addDemonstration(real.db, aMorning().now)).toEqual([]);
  expect(await placesIn(real)).toBe(before);
  expect(await real.db.selectFrom('join_code').select('id').execute()).toEqual([]);
});
