/**
 * Tests that a phone that was reported lost shows and hands out only a number and a file, and nothing about any person.
 */
import '@denba/kit/tokens.css';
import '@denba/kit/base.css';
import '../../clinic.css';
import { newLink } from '@denba/device/sync/link';
import { localDate } from '@denba/quantities/local-date';
import { err, ok } from '@denba/quantities/result';
import { signal } from '@preact/signals';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Courier } from '../exchange/courier.ts';
import type { ServerState } from '../exchange/server-link.ts';
import { setLanguage, t } from '../words/language.ts';
import type { Workspace } from '../workspace.ts';
import { ReportedLost } from './reported-lost.view.tsx';

const link = { ...newLink({ id: 'kati', name: 'Kati' }, 'T'.repeat(43)), acknowledged: 12, revoked: true };
const linked: ServerState = { kind: 'linked', link, meeting: false, trouble: null };

let place: HTMLElement;
let locked = 0;

beforeEach(async () => {
  await setLanguage('fr');
  place = document.createElement('div');
  document.body.append(place);
  locked = 0;
});
afterEach(() => {
  render(null, place);
  place.remove();
});

const show = (
  unsent: number,
  writeLast: Courier['writeLast'] = async () => err({ kind: 'nothingWaits' }),
  state: ServerState = linked,
) => {
  const workspace = {
    session: { deviceId: '3f2a9c10-7d51-4c7e-9f58-5a0a3d1f0b11' },
    clock: { wallMs: () => Date.parse('2026-11-26T09:00:00Z') },
    today: () => localDate('2026-11-26'),
    server: { state: signal(state), unsent: () => unsent, courier: { writeLast } },
  };
  render(<ReportedLost workspace={workspace as unknown as Workspace} onLock={() => (locked += 1)} />, place);
};
const sees = (text: string) => expect.element(page.getByText(text, { exact: true })).toBeVisible();
const make = () => page.getByRole('button', { name: t('shell.unsent-make') }).click();
const faults = async () => (await axe.run(place)).violations.map(({ id }) => id);

describe('a phone that was reported lost', () => {
  it('makes one file of what it had not sent, and says what to do with it', async () => {
    show(3, async (of, onProgress) => {
      expect(of).toBe(link);
      onProgress(3, 3);
      return ok({ text: 'sealed', parcels: ['sealed'], entries: 3, unreadable: 0 });
    });
    await sees(t('shell.unsent-count', { count: 3 }));
    expect(await faults()).toEqual([]);
    await make();
    await sees(t('shell.unsent-made', { count: 3 }));
    await sees(t('shell.unsent-then', { phone: '3F2A' }));
    expect(await faults()).toEqual([]);
    await setLanguage('en');
    await sees('3 entries are in this file.');
    await page.getByRole('button', { name: t('shell.reported-lost-lock') }).click();
    expect(locked).toBe(1);
  });

  it('makes none when everything was sent, and says so', async () => {
    show(0);
    await sees(t('shell.unsent-none'));
    expect(place.querySelectorAll('button')).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  it('says what cannot be read any more, and that the rest is in the file', async () => {
    show(5, async () => ok({ text: 'sealed', parcels: ['sealed'], entries: 3, unreadable: 2 }));
    await make();
    await sees(t('shell.unsent-unreadable', { count: 2 }));
    await sees(t('shell.unsent-made', { count: 3 }));
  });

  it.each([
    ['noKey', 'shell.unsent-noKey'],
    ['damagedLog', 'shell.unsent-damaged'],
  ] as const)('that cannot make it (%s) says why, and what to do', async (kind, words) => {
    show(2, async () => err(kind === 'noKey' ? { kind } : { kind, seq: 13 }));
    await make();
    await sees(t(words));
    expect(await faults()).toEqual([]);
  });

  it('loses nothing when making it fails, and may try again', async () => {
    show(2, async () => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await make();
    await sees(t('server.file-failed', { name: 'QuotaExceededError' }));
    await expect.element(page.getByRole('button', { name: t('shell.unsent-make') })).toBeVisible();
  });

  it('that forgot its centre cannot make it', async () => {
    show(2, undefined, { kind: 'alone' });
    await sees(t('shell.unsent-noKey'));
  });
});
