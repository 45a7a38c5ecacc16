/** Acceptance tests of damage on the disk: what the device reports, and how the lost entries come back. */
import { describe, expect, it } from 'vitest';
import { family, registration, weighing } from './family-rows.ts';
import { damage, firstStartAt, type Place, villages } from './first-start.ts';
import { otherPhone, weighings } from './other-phone.ts';

export const damageAcceptance = (makePlace: () => Place): void => {
  const firstStart = () => firstStartAt(makePlace());

  describe('damage', () => {
    it('to a segment is told with what was in it, and its entries can be put back', async () => {
      const { session, again, store } = await firstStart();
      const { entries } = weighings(otherPhone('phone-2'), villages, 200);
      await session.receive(entries);
      await session.save([registration('toure')]);
      await damage(await store(), 'segments');
      const later = await again();
      expect(await later.entriesOf(family('toure'))).toHaveLength(1);
      expect(later.problems()).toEqual([
        {
          kind: 'entriesDamaged',
          place: expect.stringMatching(/^segments\//),
          entries: 200,
          families: villages.toSorted(),
        },
      ]);
      expect(later.rows().size).toBe(8);
      const third = await again({ rowVersion: 'another' });
      expect(third.problems()).toEqual(later.problems());
      expect(await third.receive(entries)).toEqual({ ok: true, value: { added: 200 } });
      expect(third.problems()).toEqual([]);
      expect((await (await again()).entriesOf(family('keita'))).length).toBe(25);
      expect((await again()).problems()).toEqual([]);
    });

    it('to a loose entry is told, survives packing, and is over when the entry is back', async () => {
      const { session, again, store, tidied } = await firstStart();
      const saved = await session.save([registration('keita')]);
      if (!saved.ok) throw new Error(saved.error.kind);
      await damage(await store(), 'loose');
      const later = await again();
      await later.receive(weighings(otherPhone('phone-2'), ['diallo'], 500).entries);
      for (let number = 0; number < 130; number += 1) await later.save([weighing('toure', 3000)]);
      await tidied();
      const third = await again();
      expect(await third.entriesOf(family('keita'))).toEqual([]);
      expect(third.problems()).toEqual([{ kind: 'entriesDamaged', place: 'loose/1', entries: 1, families: ['keita'] }]);
      await third.receive(saved.value);
      expect(third.problems()).toEqual([]);
      expect(await (await again()).entriesOf(family('keita'))).toEqual(saved.value);
    });

    it('shows when everything is checked, before somebody needs it', async () => {
      const { session, again, store } = await firstStart();
      await session.save([registration('keita'), registration('diallo')]);
      await session.draft.put('a form', 1);
      await damage(await store(), 'values');
      await (await store()).write([{ kind: 'delete', shelf: 'loose', key: 2 }], 'strict');
      const later = await again();
      expect(later.problems()).toEqual([]);
      const steps: number[] = [];
      const found = await later.check((done, total) => steps.push(done / total));
      expect(found.map(({ kind, families }) => [kind, families]).sort()).toEqual([
        ['entriesDamaged', ['diallo']],
        // The draft, and the recovery key that no server has received yet.
        ['valueDamaged', []],
        ['valueDamaged', []],
      ]);
      expect(steps.at(-1)).toBe(1);
    });

    it('to everything that says where our log ends begins another log, so that no number is given twice', async () => {
      const { session, again, store } = await firstStart();
      await session.save([registration('keita'), registration('diallo')]);
      for (const shelf of ['state', 'journal', 'loose'] as const) await damage(await store(), shelf);
      const later = await again();
      expect(later.problems()).toHaveLength(2);
      expect(later.deviceId).not.toBe(session.deviceId);
      const saved = await later.save([registration('toure')]);
      expect(saved.ok && saved.value[0]?.seq).toBe(1);
      expect((await again()).deviceId).toBe(later.deviceId);
    });
  });
};
