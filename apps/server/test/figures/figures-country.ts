/**
 * A small country whose centres have figures: Mali › Koulikoro › Kati with five centres, Kangaba and Dioïla with one;
 * Ségou › Bla with one.
 */

import { rollUp } from '@denba/sync-server/figures/roll-up';
import type { TestDatabase } from '../test-database.ts';
import { aCountry } from '../test-people.ts';
import { insertFigures } from './insert-figures.ts';
import { inventedLives, usualHabits } from './invented-lives.ts';

export const FIGURES_TODAY = '2026-11-26';

const more = [
  ['dialakoroba', 'kati', 'health_centre', 'Dialakoroba'],
  ['siby', 'kati', 'health_centre', 'Siby'],
  ['tourodo', 'kati', 'health_centre', 'Tourodo'],
  ['bla-csref', 'bla', 'health_centre', 'Bla central'],
  ['kangaba', 'koulikoro', 'district', 'Kangaba'],
  ['narena', 'kangaba', 'health_centre', 'Naréna'],
  ['dioila', 'koulikoro', 'district', 'Dioïla'],
  ['beleko', 'dioila', 'health_centre', 'Béléko'],
] as const;

/**
 * Children born at Siby since May are lost more often than elsewhere; Tourodo has so few families that each could be
 * recognised.
 */
export const aCountryWithFigures = async (database: Pick<TestDatabase, 'db'>): Promise<void> => {
  await aCountry(database);
  const { db } = database;
  for (const [id, parent_id, kind, name] of more) {
    const { path } = await db.selectFrom('place').select('path').where('id', '=', parent_id).executeTakeFirstOrThrow();
    await db
      .insertInto('place')
      .values({ id, parent_id, kind, name, code: `C-${id}`, path: `${path}${id}/` })
      .execute();
  }
  const where: Readonly<Record<string, readonly [number, number]>> = {
    ...{ sanankoroba: [12.4, -7.94], kalaban: [12.56, -8.02], dialakoroba: [12.29, -7.86], siby: [12.38, -8.33] },
    ...{ tourodo: [12.48, -8.18], 'bla-csref': [12.95, -5.76] },
  };
  for (const [id, [latitude, longitude]] of Object.entries(where)) {
    await db.updateTable('place').set({ latitude, longitude }).where('id', '=', id).execute();
  }
  for (const [place_id, population] of [
    ['sanankoroba', 9000],
    ['kalaban', 12_000],
    ['dialakoroba', 8000],
    ['siby', 7000],
    ['tourodo', 1500],
    ['narena', 6000],
    ['beleko', 6500],
  ] as const) {
    await db.insertInto('place_population').values({ place_id, year: 2026, population }).execute();
  }
  const span = { until: FIGURES_TODAY, seed: 'figures' };
  const early = { from: '2025-09-01', to: '2026-05-01' };
  const late = { from: '2026-05-01', to: '2026-11-20' };
  const add = async (place: string, families: number, habits = usualHabits, lateHabits = habits): Promise<void> => {
    await insertFigures(
      db,
      place,
      [
        ...inventedLives({ ...span, place, families, habits, born: early }),
        ...inventedLives({ ...span, place, families, habits: lateHabits, born: late, seed: 'later' }),
      ],
      FIGURES_TODAY,
    );
  };
  await add('sanankoroba', 90);
  await add('kalaban', 110);
  await add('dialakoroba', 70);
  await add('siby', 80, usualHabits, { ...usualHabits, lost: 0.55, kept: 0.5 });
  await add('tourodo', 4);
  await add('bla-csref', 60);
  await add('narena', 60, { ...usualHabits, lost: 0.15, assessed: 0.7 });
  await add('beleko', 70, { ...usualHabits, lost: 0.04, kept: 0.92 });
  // As a running server does every few seconds.
  await rollUp(db as never);
};
