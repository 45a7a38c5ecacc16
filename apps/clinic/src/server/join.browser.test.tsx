/** A phone that worked alone joins a centre of the server, with a server that answers from memory. */
import type { LocalDate } from '@denba/quantities/local-date';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { t } from '../shell/words/language.ts';
import { ServerScreen } from './server.view.tsx';

const KATI = { id: 'kati', name: 'CSCom de Kati' };

let phone: MemoryPhone;

beforeEach(async () => {
  phone = await memoryPhone({ server: ServerScreen }, [], '2026-11-26' as LocalDate);
  await phone.open({ name: 'server' });
});
afterEach(() => {
  vi.restoreAllMocks();
  phone.end();
});

/** A server that knows one code, and after the joining cannot be reached. */
const serverSays = (lostHere: boolean): void => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
    if (String(address).endsWith('/api/join-codes')) return Response.json({ place: KATI });
    if (!String(address).endsWith('/api/devices')) throw new TypeError('offline');
    const said = { place: KATI, token: 'T'.repeat(43), lostHere, courierKey: null, packKey: null };
    return Response.json(said, { status: 201 });
  });
};

const join = async (): Promise<void> => {
  await userEvent.type(page.getByLabelText(t('shell.join-code')), 'ABCDEFGH');
  await userEvent.click(page.getByRole('button', { name: t('server.ask') }));
  await userEvent.click(page.getByRole('button', { name: t('server.join-now') }));
  await expect.element(page.getByRole('heading', { name: KATI.name })).toBeVisible();
};

describe('a phone that worked alone and joins a centre', () => {
  it('that lost a phone lately says what stayed on the lost one', async () => {
    serverSays(true);
    await join();
    await expect.element(page.getByText(t('start.lost-here'))).toBeVisible();
    expect((await axe.run(phone.place)).violations).toEqual([]);
  });

  it('that lost none says nothing of it', async () => {
    serverSays(false);
    await join();
    expect(phone.place.textContent).not.toContain(t('start.lost-here'));
  });
});
