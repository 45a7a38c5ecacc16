/** Acceptance tests of the backup: everything can be restored, on any phone, and what cannot be is reported. */
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '../src/restore-backup.ts';
import { birth, family, merging, registration, weighing } from './family-rows.ts';
import { firstStartAt, type Place, villages } from './first-start.ts';
import { otherPhone, weighings } from './other-phone.ts';

export const backupAcceptance = (makePlace: () => Place): void => {
  const firstStart = () => firstStartAt(makePlace());

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
      expect(new Map(later.rows())).toEqual(new Map(session.rows()));
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

    it('says of which centre it is before anything of it is taken in', async () => {
      const { session } = await firstStart();
      await session.save([registration('keita')]);
      await session.media.put('card 1', new Blob(['sound'], { type: 'audio/webm' }));
      const file = await session.exportBackup('un mot de passe');
      const other = await firstStart();
      const refused = await other.session.restoreBackup(
        file,
        'un mot de passe',
        undefined,
        ({ id }) => id !== 'cscom-1',
      );
      expect(refused).toEqual({
        ok: false,
        error: { kind: 'otherCentre', centre: { id: 'cscom-1', name: 'CSCom' } },
      });
      expect(other.session.rows().size).toBe(0);
      expect(await other.session.media.keys()).toEqual([]);
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
};
