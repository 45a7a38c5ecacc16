/**
 * Acceptance tests for every device, whatever it is stored on. Run by the tests of the one in memory and of the one on
 * IndexedDB.
 */
import { describe, expect, it } from 'vitest';
import type { Device, DeviceOptions, Session } from '../src/device.ts';
import {
  birth,
  type FamilyRow,
  family,
  merging,
  registration,
  testOptions,
  undoing,
  weighing,
  withdrawing,
} from './family-rows.ts';

type Opener = (options: DeviceOptions<FamilyRow>) => Promise<Device<FamilyRow>>;
const first = { centre: { id: 'cscom-1', name: 'CSCom de Sanankoroba' }, userName: 'Mariam', pin: '246810' };

/** `makeOpener`: returns a function that opens a device in a new empty store; called again, it opens the same store. */
export const deviceAcceptance = (makeOpener: () => Opener): void => {
  const firstStart = async (over: Partial<DeviceOptions<FamilyRow>> = {}) => {
    const options = testOptions(over);
    const open = makeOpener();
    const device = await open(options);
    const { session, recoveryKey } = await device.create(first);
    const again = async (changes: Partial<DeviceOptions<FamilyRow>> = {}): Promise<Session<FamilyRow>> => {
      const reopened = await open({ ...options, ...changes });
      const unlocked = await reopened.unlock(session.user.id, first.pin);
      if (!unlocked.ok) throw new Error(unlocked.error.kind);
      return unlocked.value;
    };
    return { options, open, device, session, recoveryKey, again };
  };

  describe('entries', () => {
    it('are there after the app starts again, with the row of their family', async () => {
      const { session, again } = await firstStart();
      const saved = await session.save([registration('keita'), birth('keita')]);
      if (!saved.ok) throw new Error(saved.error.kind);
      const later = await again();
      expect(await later.entriesOf(family('keita'))).toEqual(saved.value);
      expect(later.rows().get(family('keita'))).toEqual({
        mother: 'Awa Keïta',
        village: null,
        children: 1,
        entries: 2,
      });
    });

    it('are numbered and chained across starts', async () => {
      const { session, again } = await firstStart();
      await session.save([registration('keita')]);
      const later = await again();
      const saved = await later.save([weighing('keita', 3000)]);
      expect(saved.ok && saved.value[0]?.seq).toBe(2);
      expect(saved.ok && saved.value[0]?.prev).toMatch(/^[0-9a-f]{64}$/);
      expect(later.log.head().seq).toBe(2);
    });

    it('are saved together or not at all', async () => {
      const { session, again } = await firstStart();
      const saved = await session.save([
        registration('keita'),
        { ...weighing('keita', 3000), answers: { weight_g: -1 } },
      ]);
      expect(saved.ok === false && saved.error.kind).toBe('invalid');
      expect(await session.entriesOf(family('keita'))).toEqual([]);
      expect((await again()).rows().size).toBe(0);
    });

    it('keep their order when the clock of the phone goes back by years', async () => {
      const { session, options, again } = await firstStart();
      await session.save([registration('keita')]);
      options.clock.ms = Date.UTC(1970, 0, 1);
      const later = await again();
      await later.save([birth('keita')]);
      const forms = (await later.entriesOf(family('keita'))).map((entry) => entry.form);
      expect(forms).toEqual(['register-family@1', 'birth@2']);
    });

    it('that are saved while their family is being read are there when it is read again', async () => {
      const { again } = await firstStart();
      const session = await again();
      await session.save([registration('keita')]);
      const later = await again();
      const [, saved] = await Promise.all([later.entriesOf(family('keita')), later.save([birth('keita')])]);
      expect(saved.ok).toBe(true);
      expect(await later.entriesOf(family('keita'))).toHaveLength(2);
    });

    it('do not change with the draft that they were made from', async () => {
      const { session } = await firstStart();
      const answers = { weight_g: 3000 };
      await session.save([{ ...weighing('keita', 0), answers }]);
      answers.weight_g = 9999;
      expect((await session.entriesOf(family('keita')))[0]?.answers).toEqual({ weight_g: 3000 });
    });
  });

  describe('merged families', () => {
    it('have one row and are read together, and come apart again', async () => {
      const { session, again } = await firstStart();
      await session.save([registration('keita'), registration('coulibaly')]);
      const merge = await session.save([merging('keita', 'coulibaly')]);
      if (!merge.ok) throw new Error(merge.error.kind);
      expect([...session.rows().keys()]).toEqual(['keita']);
      expect(await session.entriesOf(family('coulibaly'))).toHaveLength(3);
      const later = await again();
      const undo = await later.save([undoing('keita', String(merge.value[0]?.id))]);
      if (!undo.ok) throw new Error(undo.error.kind);
      expect([...later.rows().keys()].sort()).toEqual(['coulibaly', 'keita']);
      expect(await later.entriesOf(family('coulibaly'))).toHaveLength(1);
      const third = await again();
      await third.save([withdrawing('keita', String(undo.value[0]?.id))]);
      expect([...third.rows().keys()]).toEqual(['keita']);
    });
  });

  describe('listeners', () => {
    it('are told which families changed, and no longer when they stopped', async () => {
      const { session } = await firstStart();
      const heard: string[][] = [];
      const stop = session.subscribe((changed) => heard.push([...changed]));
      await session.save([registration('keita')]);
      stop();
      await session.save([weighing('keita', 3000)]);
      expect(heard).toEqual([['keita']]);
    });
  });

  describe('values', () => {
    it('of drafts, settings and recordings are there after the app starts again', async () => {
      const { session, again } = await firstStart();
      await session.draft.put('assessment of Awa', { weight_g: 3000 });
      await session.sealed.put('matrone', 'Fatoumata');
      await session.media.put('card 1', new Blob(['sound'], { type: 'audio/webm' }));
      const later = await again();
      expect(await later.draft.get('assessment of Awa')).toEqual({ weight_g: 3000 });
      expect(await later.draft.keys()).toEqual(['assessment of Awa']);
      expect(await later.sealed.get('matrone')).toBe('Fatoumata');
      const sound = await later.media.get('card 1');
      expect([sound?.type, await sound?.text()]).toEqual(['audio/webm', 'sound']);
      await later.draft.remove('assessment of Awa');
      expect(await later.draft.get('assessment of Awa')).toBeNull();
    });
  });

  describe('unlocking', () => {
    it('takes the PIN of the user, and no other', async () => {
      const { device, session } = await firstStart();
      const other = await session.users.add('Oumou', '135791');
      expect((await device.unlock(other.id, '135791')).ok).toBe(true);
      const wrong = await device.unlock(other.id, first.pin);
      expect(wrong.ok === false && wrong.error).toEqual({ kind: 'wrongPin', attempts: 1, waitUntilMs: null });
      expect(device.users().map(({ name }) => name)).toEqual(['Mariam', 'Oumou']);
    });

    it('takes the recovery key, and then a new PIN', async () => {
      const { device, session, recoveryKey } = await firstStart();
      await session.save([registration('keita')]);
      expect((await device.unlockWithRecoveryKey('0000-0000')).ok).toBe(false);
      const recovered = await device.unlockWithRecoveryKey(recoveryKey.toLowerCase().replaceAll('-', ' '));
      if (!recovered.ok) throw new Error(recovered.error.kind);
      expect(recovered.value.rows().size).toBe(1);
      await recovered.value.users.changePin(session.user.id, '999999');
      expect((await device.unlock(session.user.id, '999999')).ok).toBe(true);
      expect((await device.unlock(session.user.id, first.pin)).ok).toBe(false);
    });

    it('tells a user that another one changed her PIN, until she confirms it, through restarts', async () => {
      const { options, open, session } = await firstStart();
      const other = await session.users.add('Oumou', '135791');
      const given = async () => (await open(options)).users().find(({ id }) => id === other.id)?.pinGiven;
      expect(await given()).toBeUndefined();
      await session.users.changePin(other.id, '518203');
      expect(await given()).toEqual({ by: 'Mariam', atMs: options.clock.ms });
      const device = await open(options);
      const hers = await device.unlock(other.id, '518203');
      if (!hers.ok) throw new Error(hers.error.kind);
      expect(hers.value.user.pinGiven?.by).toBe('Mariam');
      await hers.value.users.confirmPin();
      expect(await given()).toBeUndefined();
      // One that she changes herself tells her nothing.
      await session.users.changePin(other.id, '518204');
      await hers.value.users.changePin(other.id, '729105');
      expect(await given()).toBeUndefined();
    });

    it('takes no recovery key but the last one', async () => {
      const { device, session, recoveryKey } = await firstStart();
      const renewed = await session.renewRecoveryKey();
      expect((await device.unlockWithRecoveryKey(recoveryKey)).ok).toBe(false);
      expect((await device.unlockWithRecoveryKey(renewed)).ok).toBe(true);
    });

    it('makes wrong PINs wait longer and longer, through restarts and whatever the clock says', async () => {
      const { options, open, session } = await firstStart();
      const tries = async () => {
        const device = await open(options);
        return { device, result: await device.unlock(session.user.id, '000000') };
      };
      for (let attempt = 1; attempt <= 3; attempt += 1) await tries();
      const fourth = (await tries()).result;
      if (fourth.ok || fourth.error.kind !== 'wrongPin') throw new Error('expected a wrong PIN');
      expect(fourth.error).toEqual({ kind: 'wrongPin', attempts: 4, waitUntilMs: options.clock.ms + 15_000 });
      const early = await tries();
      expect(early.result).toEqual({ ok: false, error: { kind: 'wait', untilMs: options.clock.ms + 15_000 } });
      expect(early.device.waitUntilMs(session.user.id)).toBe(options.clock.ms + 15_000);
      options.clock.ms -= 10 * 365 * 86_400_000;
      const back = await open(options);
      expect(back.waitUntilMs(session.user.id)).toBe(options.clock.ms + 15_000);
      options.clock.ms += 16_000;
      expect(back.waitUntilMs(session.user.id)).toBeNull();
      const fifth = await back.unlock(session.user.id, '000000');
      expect(fifth.ok === false && fifth.error).toMatchObject({ kind: 'wrongPin', attempts: 5 });
      expect(back.waitUntilMs(session.user.id)).toBe(options.clock.ms + 30_000);
      options.clock.ms += 31_000;
      const right = await back.unlock(session.user.id, first.pin);
      if (!right.ok) throw new Error(right.error.kind);
      expect((await right.value.audit.list()).filter(({ kind }) => kind === 'wrongPin')).toHaveLength(5);
    });

    it('is over when the session is locked', async () => {
      const { session } = await firstStart();
      await session.save([registration('keita')]);
      session.lock();
      expect(session.rows().size).toBe(0);
      expect(await session.save([weighing('keita', 1)])).toEqual({ ok: false, error: { kind: 'locked' } });
      await expect(session.entriesOf(family('keita'))).rejects.toThrow('locked');
    });
  });

  describe('the audit log', () => {
    it('keeps what was done and by whom, newest first, over restarts and hundreds of events', async () => {
      const { session, options, again } = await firstStart();
      for (let number = 0; number < 300; number += 1) {
        options.clock.ms += 1000;
        await session.audit.add('opened', { family: `family-${number}` });
      }
      const later = await again();
      const events = async () => (await later.audit.list(1000)).filter(({ kind }) => kind === 'opened');
      const families = Array.from({ length: 300 }, (_, number) => `family-${299 - number}`);
      expect((await events()).map(({ detail }) => detail['family'])).toEqual(families);
      expect((await events()).every(({ userId }) => userId === session.user.id)).toBe(true);
      expect((await later.audit.list(5)).map(({ kind }) => kind)).toContain('opened');
      expect(await later.audit.list(5)).toHaveLength(5);
      expect(later.problems()).toEqual([]);
    });
  });

  describe('a first start', () => {
    it('is possible once, and tells that everything vanished when it is not the first', async () => {
      const { device, options, open } = await firstStart();
      await expect(device.create(first)).rejects.toThrow('set up before');
      expect(device.vanished()).toBe(false);
      expect((await open(options)).users()).toHaveLength(1);
    });
  });

  describe('two tabs', () => {
    it('write one after the other into one log and see what the other wrote', async () => {
      const { session, again } = await firstStart();
      const other = await again();
      await Promise.all([
        session.save([registration('keita')]),
        other.save([registration('diallo')]),
        session.save([weighing('keita', 3000)]),
        other.save([weighing('keita', 3100)]),
      ]);
      const seqs = async (tab: typeof session) =>
        [...(await tab.entriesOf(family('keita'))), ...(await tab.entriesOf(family('diallo')))]
          .map(({ seq }) => seq)
          .sort();
      await expect.poll(() => seqs(session)).toEqual([1, 2, 3, 4]);
      await expect.poll(() => seqs(other)).toEqual([1, 2, 3, 4]);
      await expect.poll(() => new Map(session.rows())).toEqual(new Map(other.rows()));
    });
  });
};
