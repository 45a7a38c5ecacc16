/**
 * Acceptance tests of what is on a device's disk: entries from elsewhere, packing, rebuilding of rows, nothing in
 * clear. Run by the tests of the device in memory and of the one on IndexedDB, as are damage-acceptance.ts and
 * backup-acceptance.ts.
 */
import type { Entry } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { describe, expect, it } from 'vitest';
import type { Store } from '../src/store/store.ts';
import { birth, family, familyRows, merging, registration, weighing } from './family-rows.ts';
import { damage, firstStartAt, type Place, villages } from './first-start.ts';
import { otherPhone, weighings } from './other-phone.ts';

export const storageAcceptance = (makePlace: () => Place): void => {
  const firstStart = () => firstStartAt(makePlace());

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
      expect(new Map(later.rows())).toEqual(new Map(rows));
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
      expect(new Map(later.rows())).toEqual(new Map(session.rows()));
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
        expect(new Map(later.rows())).toEqual(new Map(session.rows()));
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

/** All keys and values of the store as text; bytes are decoded as UTF-8. */
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
