/** Tests that opening a phone asks for the saved list of the day, but not on a phone that was reported lost. */
import '@denba/kit/tokens.css';
import '@denba/kit/base.css';
import type { Device, OnGlance } from '@denba/device/device';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { err, ok } from '@denba/quantities/result';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { go, route } from '../shell/route.ts';
import { setLanguage } from '../shell/words/language.ts';
import { Unlock } from './unlock.view.tsx';

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

/** The callback for the saved list that the device is given when a PIN is typed. */
const opened = async (preferences: Readonly<Record<string, string>>): Promise<OnGlance | undefined> => {
  const unlock = vi.fn<Device<CareRow>['unlock']>(async () => err({ kind: 'wrong', triesLeft: 4 } as never));
  const device = {
    unlock,
    users: () => [{ id: 'mariam', name: 'Mariam', methods: ['pin'] }],
    centre: () => ({ id: 'kati', name: 'Kati' }),
    waitUntilMs: () => null,
    preference: { get: (name: string) => preferences[name] ?? null },
  };
  render(<Unlock mode="care" device={device as unknown as Device<CareRow>} />, place);
  for (const digit of '246810') await page.getByRole('button', { name: digit, exact: true }).click();
  await vi.waitFor(() => expect(unlock).toHaveBeenCalledOnce());
  return unlock.mock.calls[0]?.[3];
};

it('a phone shows the list of the day before its rows are read', async () => {
  expect(await opened({})).toBeTypeOf('function');
});

it('a phone that was reported lost does not open it', async () => {
  expect(await opened({ 'reported-lost': 'yes' })).toBeUndefined();
});

it('a user whose PIN somebody else chose comes to the page that says so, whatever was open when the phone was locked', async () => {
  go({ name: 'more' });
  const device = {
    unlock: async () => ok({} as never),
    users: () => [{ id: 'mariam', name: 'Mariam', methods: ['pin'], pinGiven: { by: 'Awa', atMs: 0 } }],
    centre: () => ({ id: 'kati', name: 'Kati' }),
    waitUntilMs: () => null,
    preference: { get: () => null },
  };
  render(<Unlock mode="care" device={device as unknown as Device<CareRow>} />, place);
  for (const digit of '246810') await page.getByRole('button', { name: digit, exact: true }).click();
  await vi.waitFor(() => expect(route.value.name).toBe('today'));
});
