/** Tests the registration of a family: what is asked, suggested, kept as a draft and saved. */

import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { beginNewFamilyWith } from '../shell/families/typed-search.ts';
import { route } from '../shell/route.ts';
import { AddChildScreen } from './add-child.view.tsx';
import { RegistrationScreen } from './registration.view.tsx';

const today = localDate('2026-03-20');
const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta', phone: '60 99 88 77', village: 'Kola' })
  .bears({ on: '2026-01-05', infant_name: 'Fanta', sex: 'F' });

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ 'new-family': RegistrationScreen, 'add-child': AddChildScreen }, [keita.entries], today);
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const sees = (words: string): Promise<void> => expect.poll(text, { timeout: 5000 }).toContain(words);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const question = (path: string) =>
  page.elementLocator(phone.place.querySelector<HTMLElement>(`[data-path="${path}"]`) ?? phone.place);
const choose = (path: string, word: string): Promise<void> =>
  question(path).getByRole('radio', { name: word, exact: true }).click({ force: true });
const write = (path: string, words: string): Promise<void> => question(path).getByRole('textbox').fill(words);
const writeDay = async (path: string, day: string, month: string): Promise<void> => {
  await question(path).getByRole('textbox', { name: 'Jour' }).fill(day);
  await question(path).getByRole('textbox', { name: 'Mois' }).fill(month);
};
const next = (): Promise<void> => button('Suivant').click();

const agree = async (): Promise<void> => {
  await phone.open({ name: 'new-family' });
  await choose('consent', 'Oui');
  await next();
  await sees('La mère et la famille');
};
const tellMother = async (name = 'Ramata Sogoba'): Promise<void> => {
  await write('mother_name', name);
  await write('mother_age', '24');
  await choose('mother_status', 'Présente');
};
const tellBirth = async (): Promise<void> => {
  await choose('multiple_birth', 'Un seul');
  await choose('gestation_category', 'À terme');
  await next();
  await sees('Le nourrisson');
};
const tellInfant = async (at = 1): Promise<void> => {
  const path = (name: string): string => `infants[${at}].${name}`;
  await choose(path('sex'), 'Fille');
  await writeDay(path('birth_date'), '1', '3');
  await choose(path('dob_precision'), 'Exacte');
  await choose(path('bw_source'), 'Carte ou carnet');
  await write(path('birth_weight_g'), '2400');
};
const rows = (): readonly CareRow[] => [...phone.workspace.rows.value.values()];

describe('the registration of a family', () => {
  it('asks for the agreement first, and nothing more before it', async () => {
    await phone.open({ name: 'new-family' });
    expect(text()).toContain('Étape 1 sur 4');
    expect(phone.place.querySelectorAll('[data-path]')).toHaveLength(1);
    await next();
    await sees('Une réponse manque encore');
  });

  it('saves the family, forgets the draft and leads to its page', async () => {
    await agree();
    await tellMother();
    await write('phone', '76 12 34 56');
    await button('Kola').click();
    await next();
    await sees('Naissance multiple');
    await tellBirth();
    await tellInfant();
    await button('Enregistrer').click();
    await expect.poll(() => route.value.name).toBe('family');
    expect(route.value).toMatchObject({ name: 'family', saved: true });
    const saved = rows().find(({ mother }) => mother.name === 'Ramata Sogoba');
    expect(saved).toMatchObject({ phone: '76 12 34 56', village: 'Kola', problems: 0 });
    expect(saved?.children).toMatchObject([{ sex: 'F', birthDate: '2026-03-01' }]);
    expect(await phone.workspace.session.draft.keys()).toEqual([]);
  });

  it('names what is missing, leads to it, and lets her go on and come back', async () => {
    await agree();
    await write('mother_name', 'Ramata Sogoba');
    await next();
    await sees('2 réponses manquent encore');
    await button("Âge de la mère à l'accouchement").click();
    await expect
      .poll(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'))
      .toBe('mother_age');
    await next();
    await sees('Naissance multiple');
    await tellBirth();
    await tellInfant();
    await button('Enregistrer').click();
    await sees('2 réponses manquent encore');
    expect(rows()).toHaveLength(1);
  });

  it('offers a family that may be the same before another is made', async () => {
    await agree();
    await tellMother('Hawa Keita');
    await write('phone', '60 99 88 77');
    await sees('Est-ce cette famille ?');
    await sees('même téléphone');
    await next();
    expect(text()).toContain('La mère et la famille');
    await button('Non, une autre famille').click();
    await next();
    await sees('Naissance multiple');
  });

  it('opens the family that it is, and still has what was written on the way back', async () => {
    await agree();
    await tellMother('Awa Keita');
    await write('phone', '60 99 88 77');
    await sees('Est-ce cette famille ?');
    await button(/Awa Keïta/).click();
    expect(route.value).toEqual({ name: 'family', family: 'keita' });
    await phone.open({ name: 'new-family' });
    await sees('Continuez où vous étiez');
    await expect.element(question('mother_name').getByRole('textbox')).toHaveValue('Awa Keita');
  });

  it('keeps what was typed when the phone is locked, and gives it up only when asked twice', async () => {
    await agree();
    await write('mother_name', 'Ramata Sogoba');
    await phone.open({ name: 'today' });
    await expect.poll(() => phone.workspace.session.draft.keys()).toEqual(['registration']);
    await phone.open({ name: 'new-family' });
    await sees('La mère et la famille');
    await button('Effacer et recommencer').click();
    await sees('Effacer ce qui est noté pour Ramata Sogoba ?');
    await button('Effacer').click();
    await sees("L'accord de la famille");
    expect(await phone.workspace.session.draft.keys()).toEqual([]);
  });

  it('begins with what was looked for in vain', async () => {
    beginNewFamilyWith(phone.workspace, 'ramata sogoba');
    await agree();
    await expect.element(question('mother_name').getByRole('textbox')).toHaveValue('Ramata Sogoba');
  });

  it('throws no half-filled family away for another', async () => {
    await agree();
    await write('mother_name', 'Ramata Sogoba');
    await phone.open({ name: 'today' });
    beginNewFamilyWith(phone.workspace, 'Sira Diarra');
    await phone.open({ name: 'new-family' });
    await sees('Une famille est déjà commencée');
    await button('Reprendre : Ramata Sogoba').click();
    await expect.element(question('mother_name').getByRole('textbox')).toHaveValue('Ramata Sogoba');
  });

  it('keeps nothing but the refusal of a family that says no', async () => {
    await phone.open({ name: 'new-family' });
    await choose('consent', 'Non');
    await sees('La famille ne souhaite pas de dossier');
    await button("Finalement, la famille est d'accord").click();
    await sees("L'accord de la famille");
    await choose('consent', 'Non');
    await button('Noter le refus').click();
    await expect.poll(() => route.value.name).toBe('today');
    const refused = rows().find(({ family: id }) => id !== keita.id);
    expect(refused).toMatchObject({ mother: { name: null }, phone: null, village: null, children: [] });
    expect(await phone.workspace.session.draft.keys()).toEqual([]);
  });

  it('keeps the form and says why when it could not be saved', async () => {
    await agree();
    await tellMother();
    await next();
    await sees('Naissance multiple');
    await tellBirth();
    await tellInfant();
    phone.workspace.session.lock();
    await button('Enregistrer').click();
    await sees('Pas enregistré');
    await expect.element(question('infants[1].birth_weight_g').getByRole('textbox')).toHaveValue('2400');
  });

  it.each([
    ['fr', 360],
    ['en', 320],
    ['mirror', 320],
  ] as const)('has no fault in %s at %i px', async (locale, width) => {
    await agree();
    await tellMother('Awa Keita');
    await write('phone', '60 99 88 77');
    await sees('Est-ce cette famille ?');
    await page.viewport(width, 740);
    await phone.speak(locale);
    expect(overflowing(phone.place)).toEqual([]);
    expect(await axeFaults(phone.place)).toEqual([]);
  });
});

describe('a birth in a family that is here', () => {
  it('asks about the birth alone, and adds the child', async () => {
    await phone.open({ name: 'add-child', family: keita.id });
    await sees('Étape 1 sur 2');
    expect(text()).not.toContain("L'accord de la famille");
    await tellBirth();
    await tellInfant();
    await button('Enregistrer').click();
    await expect.poll(() => route.value.name).toBe('family');
    const row = phone.workspace.rows.value.get(keita.id);
    expect(row).toMatchObject({ mother: { name: 'Awa Keïta' }, problems: 0 });
    expect(row?.children.map(({ birthDate }) => birthDate).sort()).toEqual(['2026-01-05', '2026-03-01']);
  });
});
