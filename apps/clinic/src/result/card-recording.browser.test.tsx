/** Tests the centre's own recording of a card: the microphone listens only while the screen shows that it does. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openPhone, type ShownPhone } from '../../test/show-screen.tsx';
import { t } from '../shell/words/language.ts';
import { CardRecording } from './card-recording.view.tsx';

let phone: ShownPhone;
let heard: MediaStream[];
beforeEach(async () => {
  phone = await openPhone();
  heard = [];
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async () => {
    const { stream } = new AudioContext().createMediaStreamDestination();
    heard.push(stream);
    return stream;
  });
  phone.show(<CardRecording card="frequent-feeds" />);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await phone.end();
});

const listening = (): boolean => heard.some((one) => one.getTracks().some(({ readyState }) => readyState === 'live'));
const kept = (): Promise<readonly string[]> => phone.workspace.session.media.keys();
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('leaving the card, or the lock, lets the microphone go and keeps nothing', async () => {
  await button(t('card.record')).click();
  await expect.element(button(t('card.recording'))).toBeVisible();
  expect(listening()).toBe(true);
  phone.show(null);
  await expect.poll(listening).toBe(false);
  expect(await kept()).toEqual([]);
});

it('a recording is erased only when she says so twice', async () => {
  await button(t('card.record')).click();
  await button(t('card.recording')).click();
  await button(t('card.erase')).click();
  expect(await kept()).toEqual(['card frequent-feeds']);
  await button(t('card.erase-not')).click();
  expect(await kept()).toEqual(['card frequent-feeds']);
  await button(t('card.erase')).click();
  await button(t('card.erase-yes')).click();
  await expect.poll(kept).toEqual([]);
  await expect.element(button(t('card.record'))).toBeVisible();
  expect(listening()).toBe(false);
});
