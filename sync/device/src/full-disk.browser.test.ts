import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { type FamilyRow, family, registration, testOptions, weighing } from '../test/family-rows.ts';
import { browserSurroundings } from './browser-surroundings.ts';
import { createDevice } from './create-device.ts';
import type { DeviceOptions } from './device.ts';
import { stretchHere } from './keys/stretch-here.ts';

const open = async (options: DeviceOptions<FamilyRow>) => {
  const pinCost = { kind: 'pbkdf2', iterations: 1 } as const;
  return createDevice(options, { ...(await browserSurroundings(options.name)), stretch: stretchHere, pinCost });
};
const first = { centre: { id: 'cscom-1', name: 'CSCom' }, userName: 'Mariam', pin: '246810' };

const quota = (quotaSize?: number) =>
  cdp().send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });

afterEach(() => quota());

it('says that room is low, then refuses entries while drafts still find room, and goes on when there is room again', async () => {
  const options = testOptions();
  const { session } = await (await open(options)).create(first);
  await session.save([registration('keita')]);
  const { usageBytes } = await session.usage();
  await quota((usageBytes ?? 0) + 10_000_000);
  await expect.poll(async () => (await session.usage()).room).toBe('low');
  await quota((usageBytes ?? 0) + 1_500_000);
  await expect.poll(async () => (await session.usage()).room).toBe('full');
  expect(await session.save([weighing('keita', 3000)])).toEqual({ ok: false, error: { kind: 'full' } });
  const before = await session.entriesOf(family('keita'));
  await session.draft.put('the visit that could not be saved', { weight_g: 3000 });
  expect(await session.draft.get('the visit that could not be saved')).toEqual({ weight_g: 3000 });
  expect(await session.save([weighing('keita', 3100)])).toEqual({ ok: false, error: { kind: 'full' } });
  expect(await session.entriesOf(family('keita'))).toEqual(before);
  await quota();
  expect((await session.save([weighing('keita', 3200)])).ok).toBe(true);
});
