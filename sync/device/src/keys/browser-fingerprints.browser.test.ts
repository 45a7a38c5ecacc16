import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { type FamilyRow, family, registration, testOptions } from '../../test/family-rows.ts';
import { browserSurroundings } from '../browser-surroundings.ts';
import { createDevice } from '../create-device.ts';
import type { DeviceOptions } from '../device.ts';
import { stretchHere } from './stretch-here.ts';

const open = async (options: DeviceOptions<FamilyRow>) => {
  const pinCost = { kind: 'pbkdf2', iterations: 1 } as const;
  return createDevice(options, { ...(await browserSurroundings(options.name)), stretch: stretchHere, pinCost });
};
const first = { centre: { id: 'cscom-1', name: 'CSCom' }, userName: 'Mariam', pin: '246810' };

let reader = '';
const plugIn = async (over: object = {}) => {
  const options = {
    protocol: 'ctap2' as const,
    ctap2Version: 'ctap2_1' as const,
    transport: 'internal' as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
    hasPrf: true,
    ...over,
  };
  const { authenticatorId } = await cdp().send('WebAuthn.addVirtualAuthenticator', { options });
  reader = authenticatorId;
};

beforeEach(async () => {
  await cdp().send('WebAuthn.enable', { enableUI: false });
});
afterEach(async () => {
  if (reader !== '') await cdp().send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: reader });
  reader = '';
  await cdp().send('WebAuthn.disable');
});

describe('a fingerprint', () => {
  it('unlocks the device of the user who enrolled it, after a restart', async () => {
    await plugIn();
    const options = testOptions();
    const device = await open(options);
    expect(await device.fingerprintOffered()).toBe(true);
    const { session } = await device.create(first);
    await session.save([registration('keita')]);
    expect(await session.users.addFingerprint()).toEqual({ ok: true, value: undefined });
    const again = await open(options);
    expect(again.users()[0]?.methods).toEqual(['pin', 'fingerprint']);
    const unlocked = await again.unlockWithFingerprint(session.user.id);
    expect(unlocked.ok && (await unlocked.value.entriesOf(family('keita'))).length).toBe(1);
    expect((await again.unlock(session.user.id, first.pin)).ok).toBe(true);
  });

  it('that is not recognised leaves the device locked', async () => {
    await plugIn();
    const options = testOptions();
    const device = await open(options);
    const { session } = await device.create(first);
    await session.users.addFingerprint();
    await cdp().send('WebAuthn.setUserVerified', { authenticatorId: reader, isUserVerified: false });
    expect(await device.unlockWithFingerprint(session.user.id)).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it('no longer unlocks once it was taken away', async () => {
    await plugIn();
    const device = await open(testOptions());
    const { session } = await device.create(first);
    await session.users.addFingerprint();
    await session.users.removeFingerprint(session.user.id);
    expect(device.users()[0]?.methods).toEqual(['pin']);
    expect((await device.unlockWithFingerprint(session.user.id)).ok).toBe(false);
  });

  it('is not offered by a reader that keeps no keys (no PRF)', async () => {
    await plugIn({ hasPrf: false });
    const device = await open(testOptions());
    const { session } = await device.create(first);
    expect(await session.users.addFingerprint()).toEqual({ ok: false, error: { kind: 'notOffered' } });
    expect(device.users()[0]?.methods).toEqual(['pin']);
  });
});
