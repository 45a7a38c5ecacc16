/** Tests the search for a family, letter by letter. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { takeTypedForNewFamily } from '../shell/families/typed-search.ts';
import { route } from '../shell/route.ts';
import { SearchScreen } from './search.view.tsx';

const today = localDate('2026-03-01');
const traore = family('traore', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Fatoumata Traoré', father_name: 'Issa Koné', phone: '76 12 34 56', village: 'Kabé' })
  .bears({ on: '2026-01-05', infant_name: 'Oumar' });
const keita = family('keita', { device: fakeDevice('tablet-2') })
  .mother({ mother_name: 'Awa Keïta', phone: '60 99 88 77', village: 'Kola', card_code: 'SB-0412' })
  .bears({ on: '2026-01-05', infant_name: 'Fanta' })
  .assessed({
    on: '2026-01-15',
    enrolment_decision: 'enrolled',
    findings: { pairClass: 'high', headline: { floor: false } },
  });

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ search: SearchScreen }, [traore.entries, keita.entries], today);
  await phone.open({ name: 'search' });
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const field = page.getByRole('searchbox');
const found = (): readonly string[] =>
  [...phone.place.querySelectorAll('.k-row__title')].map(({ textContent }) => textContent ?? '');

describe('the search for a family', () => {
  it('begins in the field, so that she can write at once', async () => {
    await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('search');
    await userEvent.keyboard('awa');
    await expect.element(field).toHaveValue('awa');
    expect(found()).toEqual(['Awa Keïta']);
    expect(text()).toContain('Fanta, 7 semaines – Kola');
    expect(text()).toContain('Risque élevé');
  });

  it.each([
    ['fatumata', 'Fatoumata Traoré', null],
    ['issa', 'Fatoumata Traoré', 'Trouvé : Issa'],
    ['3456', 'Fatoumata Traoré', 'Téléphone : 76 12 34 56'],
    ['kola', 'Awa Keïta', null],
    ['sb 0412', 'Awa Keïta', 'Carte : SB-0412'],
  ])('finds by « %s »', async (typed, mother, why) => {
    await field.fill(typed);
    expect(found()[0]).toBe(mother);
    if (why !== null) expect(text()).toContain(why);
  });

  it('opens the family, and keeps what was typed for the way back', async () => {
    await field.fill('awa');
    await page.getByRole('button', { name: /Awa Keïta/ }).click();
    expect(route.value).toEqual({ name: 'family', family: 'keita' });
    await phone.open({ name: 'search' });
    await expect.element(field).toHaveValue('awa');
    await page.getByRole('button', { name: 'Effacer' }).click();
    await expect.element(field).toHaveValue('');
  });

  it('opens nobody when the row was given to another family while the finger was on it', async () => {
    const row = () => phone.place.querySelector('button.k-row') as HTMLButtonElement;
    await field.fill('awa');
    row().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await field.fill('fatumata');
    await expect.poll(found).toEqual(['Fatoumata Traoré']);
    row().dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    expect(route.value).toEqual({ name: 'search' });
    // A press by keyboard is not preceded by a touch.
    row().dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }));
    expect(route.value).toEqual({ name: 'family', family: 'traore' });
  });

  it('reads the story of the one that is left while she looks at it, and notes nothing about that', async () => {
    await field.fill('awa');
    await expect.poll(() => phone.workspace.timelineNow(keita.id)?.children.length).toBe(1);
    expect(phone.workspace.timelineNow(traore.id)).toBeUndefined();
    const opened = (await phone.workspace.session.audit.list()).filter(({ kind }) => kind === 'family-opened');
    expect(opened).toEqual([]);
  });

  it('offers to register whom it does not find, with what was typed', async () => {
    await field.fill('Zoumana Sogodogo');
    expect(text()).toContain('Aucune famille trouvée');
    await page.getByRole('button', { name: 'Enregistrer « Zoumana Sogodogo »' }).click();
    expect(route.value).toEqual({ name: 'new-family' });
    expect(takeTypedForNewFamily(phone.workspace)).toBe('Zoumana Sogodogo');
    expect(takeTypedForNewFamily(phone.workspace)).toBe('');
  });

  it('finds a family as soon as it is saved', async () => {
    const seydou = family('new', { device: fakeDevice('tablet-3') }).mother({ mother_name: 'Ramata Sogoba' });
    await phone.workspace.session.receive(seydou.entries);
    await field.fill('ramata');
    await expect.poll(found).toEqual(['Ramata Sogoba']);
  });

  it('shows the families that she opened last, before anything is typed', async () => {
    await expect.poll(text).toContain('Écrivez ce que vous savez');
    await phone.workspace.session.audit.add('family-opened', { family: 'traore' });
    await phone.open({ name: 'family', family: keita.id });
    await phone.open({ name: 'search' });
    await expect.poll(found).toEqual(['Fatoumata Traoré']);
  });

  it.each([
    ['fr', 360],
    ['en', 320],
    ['mirror', 320],
  ] as const)('has no fault in %s at %i px', async (locale, width) => {
    await page.viewport(width, 740);
    await phone.speak(locale);
    for (const typed of ['', 'awa', 'zzz']) {
      await field.fill(typed);
      expect(overflowing(phone.place)).toEqual([]);
      expect(await axeFaults(phone.place)).toEqual([]);
    }
  });
});
