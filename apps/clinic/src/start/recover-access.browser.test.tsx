/**
 * Tests a forgotten PIN: the key on paper unlocks the phone and a new PIN is chosen; entries are then authored by the
 * user, not by the recovery key.
 */
import '@denba/kit/tokens.css';
import '@denba/kit/base.css';
import type { Device } from '@denba/device/device';
import { memoryDevice } from '@denba/device/memory-device';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setLanguage, t } from '../shell/words/language.ts';
import { RecoverAccess } from './recover-access.view.tsx';
import { Unlock } from './unlock.view.tsx';

const [OLD, NEW] = ['246810', '739164'];
let place: HTMLElement;

beforeEach(async () => {
  await setLanguage('fr');
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

const lockedPhone = async (): Promise<{ readonly device: Device<CareRow>; readonly key: string }> => {
  const device = await memoryDevice<CareRow>({
    ...{ name: 'phone', wallMs: () => Date.now(), newId: () => crypto.randomUUID(), rowVersion: '1' },
    ...{ project: () => new Map(), linkedFamilies: () => [] },
  });
  const centre = { id: 'kati', name: 'Kati' };
  const { session, recoveryKey } = await device.create({ centre, userName: 'Mariam Diallo', pin: OLD });
  session.lock();
  return { device, key: recoveryKey };
};

const typePin = async (pin: string): Promise<void> => {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
};

it('she has a new PIN, and goes in by it under her own name', async () => {
  const { device, key } = await lockedPhone();
  const byKey = vi.spyOn(device, 'unlockWithRecoveryKey');
  const byPin = vi.spyOn(device, 'unlock');
  render(<RecoverAccess device={device} mode="care" onBack={() => {}} />, place);
  await page.getByLabelText(t('start.recovery-key')).fill(key);
  await page.getByRole('button', { name: t('start.open'), exact: true }).click();
  await page.getByRole('button', { name: 'Mariam Diallo' }).click();
  await typePin(NEW);
  await expect.element(page.getByRole('heading', { name: t('start.repeat-pin') })).toBeVisible();
  await typePin(NEW);
  await expect.poll(() => byPin.mock.results.length).toBe(1);
  const hers = await byPin.mock.results[0]?.value;
  expect(hers.ok && hers.value.user.name).toBe('Mariam Diallo');
  const opened = await byKey.mock.results[0]?.value;
  expect(opened.ok && (await opened.value.save([])).ok, 'the session of the key is closed').toBe(false);
});

it('the key can be typed at once: the focus is in its field', async () => {
  const { device } = await lockedPhone();
  render(<Unlock device={device} mode="care" />, place);
  await page.getByRole('button', { name: t('start.forgotten') }).click();
  await expect.element(page.getByLabelText(t('start.recovery-key'))).toHaveFocus();
});

it('while the key is tried, something shows it, and a second press tries nothing', async () => {
  const { device, key } = await lockedPhone();
  const right = device.unlockWithRecoveryKey.bind(device);
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const byKey = vi.spyOn(device, 'unlockWithRecoveryKey').mockImplementation(async (typed) => {
    await answered;
    return right(typed);
  });
  render(<RecoverAccess device={device} mode="care" onBack={() => {}} />, place);
  await page.getByLabelText(t('start.recovery-key')).fill(key);
  const open = page.getByRole('button', { name: t('start.open'), exact: true });
  await open.click();
  await expect.element(page.getByRole('progressbar', { name: t('start.unlocking') })).toBeVisible();
  await open.click();
  await page.getByLabelText(t('start.recovery-key')).click();
  await userEvent.keyboard('{Enter}');
  expect(byKey).toHaveBeenCalledTimes(1);
  answer();
  await expect.element(page.getByRole('heading', { name: t('start.who') })).toBeVisible();
});

it('from « Qui êtes-vous ? » there is a way back, and nothing stays open behind it', async () => {
  const { device, key } = await lockedPhone();
  const byKey = vi.spyOn(device, 'unlockWithRecoveryKey');
  const back = vi.fn();
  render(<RecoverAccess device={device} mode="care" onBack={back} />, place);
  await page.getByLabelText(t('start.recovery-key')).fill(key);
  await page.getByRole('button', { name: t('start.open'), exact: true }).click();
  await expect.element(page.getByRole('heading', { name: t('start.who') })).toBeVisible();
  await page.getByRole('button', { name: t('shell.back') }).click();
  expect(back).toHaveBeenCalledOnce();
  const opened = await byKey.mock.results[0]?.value;
  expect(opened.ok && (await opened.value.save([])).ok, 'the session of the key is closed').toBe(false);
});
