/**
 * What a device promises about what lies on its disk: entries from elsewhere, packing, rows made again, damage, backups.
 * Run by the tests of the one in memory and of the one on IndexedDB.
 */
import type { Entry } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { describe, expect, it } from 'vitest';
import type { Device, DeviceOptions, Session } from '../src/device.ts';
import { restoreBackup } from '../src/restore-backup.ts';
import { put, type Shelf, type Store } from '../src/store/store.ts';
import {
  birth,
  type FamilyRow,
  family,
  familyRows,
  merging,
  registration,
  testOptions,
  weighing,
} from './family-rows.ts';
import { otherPhone, weighings } from './other-phone.ts';

export type Place = {
  readonly open: (options: DeviceOptions<FamilyRow>) => Promise<Device<FamilyRow>>;
  /** The records underneath, to damage them. */
  readonly store: (options: DeviceOptions<FamilyRow>) => Promise<Store>;
};

const first = { centre: { id: 'cscom-1', name: 'CSCom' }, userName: 'Mariam', pin: '246810' };
const villages = ['keita', 'diallo', 'traore', 'coulibaly', 'sangare', 'toure', 'camara', 'kone'];

export const storageAcceptance = (makePlace: () => Place): void => {
  const firstStart = async () => {
    const options = testOptions();
    const place = makePlace();
    const device = await place.open(options);
    const { session } = await device.create(first);
    const again = async (changes: Partial<DeviceOptions<FamilyRow>> = {}): Promise<Session<FamilyRow>> => {
      const reopened = await place.open({ ...options, ...changes });
      const unlocked = await reopened.unlock(session.user.id, first.pin);
      if (!unlocked.ok) throw new Error(unlocked.error.kind);
      return unlocked.value;
    };
    const store = () => place.store(options);
    /** Until nothing is left to pack or to merge. */
    const tidied = async (): Promise<void> => {
      await expect
        .poll(async () => (await (await store()).keys('loose')).length, { timeout: 20_000 })
        .toBeLessThan(128);
    };
    return { options, session, again, store, tidied };
  };

  describe('entries of other phones', () => {
    it('are taken in once, however often and in whatever order they come', async () => {
      const { session, again } = await firstStart();
      const { entries } = weighings(otherPhone('phone-2'), ['keita', 'diallo'], 6);
      expect(await session.receive(entries.toReversed())).toEqual({ ok: true, value: { added: 6 } });
      expect(await session.receive([...entries.slice(2), ...entries])).toEqual({ ok: true, value: { added: 0 } });
      const later = await again();
      expect(await later.entriesOf(family('keita'))).toEqual(entries.filter((entry) => entry.family === 'keita'));
      expect(later.log.head().seq).toBe(0);
    });

    it('are later than nothing that is saved here afterwards', async () => {
      const { session, options } = await firstStart();
      const { entries } = weighings(otherPhone('phone-2'), ['keita'], 1, options.clock.ms + 3_600_000);
      await session.receive(entries);
      const saved = await session.save([weighing('keita', 3000)]);
      expect(saved.ok && saved.value[0] && saved.value[0].recordedAt > (entries[0]?.recordedAt ?? '')).toBe(true);
    });

    it('are kept both when two differ under one number', async () => {
      const { session } = await firstStart();
      const { entries } = weighings(otherPhone('phone-2'), ['keita'], 1);
      const fork = entries.map((entry) => ({ ...entry, answers: { weight_g: 1 } }));
      await session.receive(entries);
      expect(await session.receive(fork)).toEqual({ ok: true, value: { added: 1 } });
      expect(await session.entriesOf(family('keita'))).toHaveLength(2);
    });

    it('are refused all together when one of them is no entry', async () => {
      const { session } = await firstStart();
      const { entries } = weighings(otherPhone('phone-2'), ['keita'], 2);
      const received = await session.receive(
        entries.map((entry, index) => (index === 1 ? { ...entry, seq: 0 } : entry)),
      );
      expect(received.ok === false && received.error.kind).toBe('invalid');
      expect(await session.entriesOf(family('keita'))).toEqual([]);
    });
  });

  describe('packing', () => {
    it('changes nothing that is read, over thousands of entries and restarts', async () => {
      const { session, again, tidied, store } = await firstStart();
      const families = Array.from({ length: 260 }, (_, number) => `family-${number}`);
      const phone = weighings(otherPhone('phone-2'), families, 2340);
      for (let from = 0; from < 2340; from += 130) await session.receive(phone.entries.slice(from, from + 130));
      for (let number = 0; number < 150; number += 1) await session.save([weighing(`family-${number % 7}`, 3000)]);
      await tidied();
      const [later, rows] = [await again(), session.rows()];
      expect(later.rows()).toEqual(rows);
      expect(later.problems()).toEqual([]);
      const ours: Entry[] = [];
      for (const name of families) {
        const read = await later.entriesOf(family(name));
        const theirs = read.filter((entry) => entry.device === 'phone-2');
        expect(theirs).toEqual(phone.entries.filter((entry) => entry.family === name));
        ours.push(...read.filter((entry) => entry.device === later.deviceId));
      }
      expect(verifyLog(later.deviceId, ours)).toEqual([]);
      expect(ours).toHaveLength(150);
      expect((await later.usage()).entries).toBe(2490);
      expect((await (await store()).keys('segments')).length).toBeLessThan(40);
    });
  });

  describe('rows', () => {
    it('are made again from the entries when the app reads them in another way, with progress', async () => {
      const { session, again } = await firstStart();
      await session.save([registration('keita'), birth('keita'), registration('diallo')]);
      await session.save([merging('keita', 'diallo')]);
      await session.receive(weighings(otherPhone('phone-2'), villages, 300).entries);
      const steps: number[] = [];
      const later = await again({
        rowVersion: 'test-2',
        project: (entries) => {
          steps.push(entries.length);
          return familyRows.project(entries);
        },
      });
      expect(steps.length).toBeGreaterThan(0);
      expect(later.rows()).toEqual(session.rows());
      expect(later.rows().has(family('diallo'))).toBe(false);
    });

    it.each(['state', 'pages', 'index', 'journal'] as const)(
      'are made again when the shelf %s is damaged',
      async (shelf) => {
        const { session, again, store, tidied } = await firstStart();
        await session.receive(weighings(otherPhone('phone-2'), villages, 500).entries);
        await session.save([registration('keita')]);
        for (let number = 0; number < 130; number += 1) await session.save([weighing('toure', 3000)]);
        await tidied();
        await session.save([birth('keita')]);
        await damage(await store(), shelf);
        const later = await again();
        expect(later.rows()).toEqual(session.rows());
        expect(later.problems()).toEqual([]);
        const saved = await later.save([weighing('keita', 3000)]);
        expect(saved.ok && saved.value[0]?.seq).toBe(133);
        expect((await (await again()).entriesOf(family('keita'))).length).toBe(63 + 3);
      },
    );

    it('of an older app in another tab are no longer kept: that tab is locked, and nothing is lost', async () => {
      const { session, again } = await firstStart();
      await session.save([registration('keita')]);
      const newer = await again({ rowVersion: 'test-2' });
      await newer.save([registration('diallo')]);
      expect(await session.save([registration('toure')])).toEqual({ ok: false, error: { kind: 'locked' } });
      await session.whenLocked;
      expect((await newer.save([registration('toure')])).ok).toBe(true);
      expect(newer.rows().size).toBe(3);
    });

    it('do not keep an entry from being saved when the app cannot make them', async () => {
      const { session, again } = await firstStart();
      await session.save([registration('keita')]);
      const broken = await again({
        rowVersion: 'broken',
        project: (entries) => {
          if (entries.some((entry) => entry.family === 'keita')) throw new Error('a defect of the app');
          return familyRows.project(entries);
        },
      });
      const saved = await broken.save([weighing('keita', 3000), registration('diallo')]);
      expect(saved.ok).toBe(true);
      await broken.save([registration('toure')]);
      expect([...broken.rows().keys()].sort()).toEqual(['diallo', 'toure']);
      expect(broken.problems().map(({ kind }) => kind)).toContain('rowNotMade');
      const mended = await again();
      expect([...mended.rows().keys()].sort()).toEqual(['diallo', 'keita', 'toure']);
      expect(mended.problems()).toEqual([]);
    });
  });

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
        // The form, and the recovery key that no server has yet.
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

  describe('a backup', () => {
    it('brings everything to another phone, recordings included', async () => {
      const { session } = await firstStart();
      await session.save([registration('keita'), birth('keita'), registration('diallo'), merging('keita', 'diallo')]);
      await session.receive(weighings(otherPhone('phone-2'), villages, 300).entries);
      await session.media.put('card 1', new Blob(['sound'], { type: 'audio/webm' }));
      const file = await session.exportBackup('un mot de passe');
      const other = await firstStart();
      const restored = await restoreBackup(other.session, file, 'un mot de passe');
      expect(restored).toEqual({ ok: true, value: { read: 304, added: 304, families: 8 } });
      const later = await other.again();
      expect(later.rows()).toEqual(session.rows());
      expect(await later.entriesOf(family('keita'))).toEqual(await session.entriesOf(family('keita')));
      expect(await (await later.media.get('card 1'))?.text()).toBe('sound');
      expect(await restoreBackup(later, file, 'un mot de passe')).toMatchObject({ value: { read: 304, added: 0 } });
    });

    it('moves the log of the phone that it comes back to, so that no number is given twice', async () => {
      const { session } = await firstStart();
      await session.save([registration('keita'), registration('diallo')]);
      const entries = await session.entriesOf(family('keita'));
      const lost = await firstStart();
      await lost.session.receive(entries.map((entry) => ({ ...entry, device: lost.session.deviceId, seq: 7 })));
      const saved = await lost.session.save([weighing('keita', 3000)]);
      expect(saved.ok && saved.value[0]?.seq).toBe(8);
    });

    it('is refused with another password, and when it is no backup', async () => {
      const { session } = await firstStart();
      await session.save([registration('keita')]);
      const file = await session.exportBackup('un mot de passe');
      expect(await restoreBackup(session, file, 'autre')).toEqual({ ok: false, error: { kind: 'wrongPassword' } });
      for (const other of [new Blob([]), new Blob(['DENBA-BACKUP\n']), new Blob([new Uint8Array(5000)])]) {
        expect(await restoreBackup(session, other, 'x')).toEqual({ ok: false, error: { kind: 'notABackup' } });
      }
    });

    it('that is damaged or cut short gives back what can be read of it, and says so', async () => {
      const { session } = await firstStart();
      const { entries } = weighings(otherPhone('phone-2'), villages, 900);
      await session.receive(entries);
      const bytes = new Uint8Array(await (await session.exportBackup('mot')).arrayBuffer());
      const middle = Math.floor(bytes.length / 2);
      const broken = bytes.map((byte, index) => (index === middle ? byte ^ 1 : byte));
      const one = await firstStart();
      const restored = await restoreBackup(one.session, new Blob([broken]), 'mot');
      if (restored.ok || restored.error.kind !== 'damaged') throw new Error('expected damage');
      expect(restored.error.lostParts).toBe(1);
      expect(restored.error.added).toBeGreaterThan(500);
      expect(restored.error.added).toBeLessThan(900);
      const two = await firstStart();
      const cut = await restoreBackup(two.session, new Blob([bytes.slice(0, middle)]), 'mot');
      expect(cut.ok === false && cut.error).toMatchObject({ kind: 'damaged', lostParts: 1 });
      expect(two.session.rows().size).toBeGreaterThan(0);
    });
  });

  describe('a signature', () => {
    it('is verified by the public key that comes with it', async () => {
      const { session, again } = await firstStart();
      const bytes = new TextEncoder().encode('a referral');
      const { signature, publicKey } = await session.sign(bytes);
      expect([signature.length, publicKey.length]).toEqual([64, 65]);
      const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
      const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), algorithm, true, ['verify']);
      expect(await crypto.subtle.verify(algorithm, key, new Uint8Array(signature), bytes)).toBe(true);
      expect((await (await again()).sign(bytes)).publicKey).toEqual(publicKey);
    });
  });

  describe('what lies on the disk', () => {
    it('says nothing in clear about a family, not even in names of drafts', async () => {
      const { session, store } = await firstStart();
      const [mother, village, phone, infant] = ['Awa Keïta-Ouattara', 'Sanankoroba', '70123456', 'Niéleni'] as const;
      await session.save([registration('keita-family-id', { mother_name: mother, village, phone })]);
      await session.receive(weighings(otherPhone('phone-2'), ['keita-family-id', ...villages], 300).entries);
      await session.draft.put(`visit of ${mother}`, { infant_name: infant });
      await session.sealed.put('matrone', infant);
      await session.media.put(`for ${infant}`, new Blob([infant]));
      await session.audit.add('opened', { family: 'keita-family-id' });
      const words = await everyText(await store());
      expect(words).toContain('Mariam');
      for (const secret of [mother, village, phone, infant, 'keita-family-id', ...villages, 'phone-2', 'growth-visit'])
        expect(words).not.toContain(secret);
    });
  });
};

/** Flips one bit in the middle of every record of a shelf. */
const damage = async (store: Store, shelf: Shelf): Promise<void> => {
  const { [shelf]: records } = await store.all([shelf]);
  expect(records.length).toBeGreaterThan(0);
  await store.write(
    records.map(([key, value]) => {
      const bytes = Uint8Array.from(value as Uint8Array);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      return put(shelf, key, bytes);
    }),
    'strict',
  );
};

/** All keys and values, as JSON and as the text that their bytes would be. */
const everyText = async (store: Store): Promise<string> => {
  const { shelves } = await import('../src/store/store.ts');
  const all = await store.all(shelves);
  const decoder = new TextDecoder();
  const text = (value: unknown): string => {
    if (value instanceof Uint8Array) return decoder.decode(value);
    if (value === null || typeof value !== 'object') return String(value);
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${text(inner)}`)
      .join(' ');
  };
  return Object.values(all)
    .flat()
    .map(([key, value]) => `${key} ${text(value)}`)
    .join('\n');
};
