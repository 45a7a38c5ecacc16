/** Acceptance tests of the snapshot of the list (`layAsideGlance`): it is shown before the rows, or not at all. */
import type { JsonValue } from '@denba/records/canonical-json';
import { describe, expect, it } from 'vitest';
import type { Device, DeviceOptions } from '../src/device.ts';
import { put, type Store } from '../src/store/store.ts';
import { type FamilyRow, registration, testOptions } from './family-rows.ts';
import type { Place } from './first-start.ts';

const first = { centre: { id: 'cscom-1', name: 'CSCom' }, userName: 'Mariam', pin: '246810' };
const LIST = { late: ['keita', 'diallo'], count: 2 };

export const glanceAcceptance = (makePlace: () => Place): void => {
  const laidAside = async () => {
    const options = testOptions();
    const place = makePlace();
    const device = await place.open(options);
    const { session } = await device.create(first);
    await session.save([registration('keita')]);
    await session.layAsideGlance(LIST);
    /** The snapshots that the next unlocking shows before the session opens, and how many rows the session has. */
    const morning = async (changes: Partial<DeviceOptions<FamilyRow>> = {}, pin = first.pin) => {
      const seen: JsonValue[] = [];
      const again: Device<FamilyRow> = await place.open({ ...options, ...changes });
      const unlocked = await again.unlock(session.user.id, pin, undefined, async (glance) => {
        seen.push(glance);
      });
      return { seen, rows: unlocked.ok ? unlocked.value.rows().size : null };
    };
    return { session, morning, store: (): Promise<Store> => place.store(options) };
  };

  describe('the list that was laid aside', () => {
    it('is given at the next unlocking, and the rows follow', async () => {
      const { morning } = await laidAside();
      expect(await morning()).toEqual({ seen: [LIST], rows: 1 });
    });

    it('is not given once something was saved since', async () => {
      const { session, morning } = await laidAside();
      await session.save([registration('diallo')]);
      expect(await morning()).toEqual({ seen: [], rows: 2 });
      await session.layAsideGlance(LIST);
      expect(await morning()).toEqual({ seen: [LIST], rows: 2 });
    });

    it('is not given once it was taken away', async () => {
      const { session, morning } = await laidAside();
      await session.layAsideGlance(null);
      expect(await morning()).toEqual({ seen: [], rows: 1 });
    });

    it('is not given to a wrong PIN, nor to an app that makes other rows', async () => {
      const { morning } = await laidAside();
      expect(await morning({}, '000000')).toEqual({ seen: [], rows: null });
      expect((await morning({ rowVersion: 'another' })).seen).toEqual([]);
    });

    it('is left out when it is damaged; nothing else is missing', async () => {
      const { morning, store } = await laidAside();
      const disk = await store();
      const [glance] = await disk.get('state', ['glance']);
      const bytes = (glance as Uint8Array).slice();
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      await disk.write([put('state', 'glance', bytes)], 'strict');
      expect(await morning()).toEqual({ seen: [], rows: 1 });
    });

    it('lies sealed on the disk: no name stands there in clear', async () => {
      const { store } = await laidAside();
      const [glance] = await (await store()).get('state', ['glance']);
      expect(glance).toBeInstanceOf(Uint8Array);
      expect(new TextDecoder().decode(glance as Uint8Array)).not.toContain('keita');
    });
  });
};
