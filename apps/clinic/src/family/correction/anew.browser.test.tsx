/** Tests the screen that shows what a correction changes in other visits, on a phone of 360 × 740. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { holds } from '../../../test/held-visits.ts';
import { type MemoryPhone, memoryPhone } from '../../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../../test/screen-faults.ts';
import { ResultScreen } from '../../result/result.view.tsx';
import { loadProtocol } from '../../shell/protocol/protocol.ts';
import { type Route, route } from '../../shell/route.ts';
import { EntryScreen } from '../entry/entry.view.tsx';
import { FamilyScreen } from '../family.view.tsx';
import { MergeScreen } from '../merge/merge.view.tsx';
import { AnewScreen } from './anew.view.tsx';
import { CorrectScreen } from './correct.view.tsx';

const today = localDate('2026-02-18');
const screens = {
  ...{ family: FamilyScreen, entry: EntryScreen, correct: CorrectScreen, anew: AnewScreen, result: ResultScreen },
  merge: MergeScreen,
};

const protocol = await loadProtocol();
const newborn = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', birth_weight_g: 2600, infant_name: 'Hawa', as: 'birth' });
const keita = [
  { form: 'assessment', on: '2026-02-02', answers: { weight_g: 3700, length_cm: 52.5, muac_mm: 118 } },
  { form: 'follow-up', on: '2026-02-09', answers: { weight_g: 3900, muac_mm: 118, next_due: '2026-03-09' } },
  { form: 'follow-up', on: '2026-02-16', answers: { weight_g: 4100, muac_mm: 118, next_due: '2026-03-16' } },
].reduce((life, held) => holds(protocol, life, held as Parameters<typeof holds>[2]), newborn);

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone(screens, [keita.entries], today);
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const until = async (holdsTrue: () => boolean): Promise<void> => {
  await expect.poll(holdsTrue, { timeout: 10_000 }).toBe(true);
};
const lastVisit = async () => (await phone.workspace.timelineOf(keita.id))?.encounters.at(-1);
const seq = (): number => phone.workspace.session.log.head().seq;

/** Corrects the birth date to a month earlier. */
const correctBirth = async (): Promise<void> => {
  const correct: Route = { name: 'correct', family: keita.id, entry: keita.entry('birth').id };
  await phone.open(correct);
  await button(/^Date de naissance/).click();
  const day = page.getByRole('group', { name: /Date de naissance/ });
  await day.getByRole('textbox', { name: 'Mois' }).fill('12');
  await day.getByRole('textbox', { name: 'Année' }).fill('2025');
  await page.getByRole('textbox', { name: /Raison de la correction/ }).fill('carnet retrouvé');
  expect(text()).toContain('3 autres visites reposent aussi sur cela');
  await button('Enregistrer la correction').click();
  await until(() => route.value.name === 'anew' && text().includes('Enregistrer ces conclusions'));
};

it('what turns graver is said first, with what to do; old and new stand beside each other; one act saves all', async () => {
  await correctBirth();
  expect(phone.place.querySelector('main [role=alert], main .k-notice')?.textContent).toContain(
    'Plus grave que ce qui a été suivi',
  );
  expect(text()).toContain("Faites revenir l'enfant sans attendre le jour convenu.");
  expect(text()).toContain('Visite de suivi · 16/02/2026');
  const classes = [...phone.place.querySelectorAll('.compare .k-class')].map(({ textContent }) => textContent);
  expect(classes).toHaveLength(6);
  expect(classes.slice(0, 2)).toEqual(['Risque faible', 'Risque modéré']);
  expect(await axeFaults(phone.place)).toEqual([]);
  expect(overflowing(phone.place)).toEqual([]);
  expect(seq()).toBe(1);

  await button('Enregistrer ces conclusions').click();
  await until(() => route.value.name === 'result');
  expect(route.value).toMatchObject({ entry: keita.entry('2026-02-16').id });
  expect(seq()).toBe(4);
  expect((await lastVisit())?.findings['pairClass']).toBe('moderate');

  await phone.open({ name: 'entry', family: keita.id, entry: keita.entry('2026-02-16').id });
  expect(text()).toContain('Risque faible → Risque modéré');
  await button(/Conclusions refaites après la correction/).click();
  await until(() => text().includes('Voir ce qui'));
});

it('left for later, it stays on the card of the child, and leads back', async () => {
  await correctBirth();
  await button('Plus tard').click();
  await until(
    () =>
      route.value.name === 'family' && text().includes('Plus grave depuis un changement du dossier : Risque modéré'),
  );
  expect((await lastVisit())?.findings['pairClass']).toBe('low');
  await button('Voir ce qui change').click();
  await until(() => text().includes('Enregistrer ces conclusions'));
  await button('Enregistrer ces conclusions').click();
  await until(() => route.value.name === 'result');
  await phone.open({ name: 'family', family: keita.id });
  expect(text()).not.toContain('changement du dossier');
});

it('a correction that changes nothing else leads to the family, and its card is quiet', async () => {
  await phone.open({ name: 'correct', family: keita.id, entry: keita.entry('birth').id });
  await button(/^Nom du nourrisson/).click();
  await page.getByRole('textbox', { name: /Nom du nourrisson/ }).fill('Awa');
  await page.getByRole('textbox', { name: /Raison de la correction/ }).fill('mal entendu');
  await button('Enregistrer la correction').click();
  await until(() => route.value.name === 'family');
  expect(text()).not.toContain('changement du dossier');
});

it('records that are joined lead here too, and what is saved says that they were joined', async () => {
  const first = holds(protocol, newborn, { form: 'assessment', on: '2026-02-02', answers: { weight_g: 3700 } });
  const twice = family('keyta', { device: fakeDevice('tablet-2') })
    .mother({ mother_name: 'Awa Keyta' })
    .bears({ on: '2026-01-05', birth_weight_g: 2600, infant_name: 'Hawa' });
  const double = holds(protocol, twice, { form: 'follow-up', on: '2026-02-09', answers: { weight_g: 3720 } });
  phone.end();
  phone = await memoryPhone(screens, [first.entries, double.entries], today);
  await phone.open({ name: 'merge', family: keita.id });
  await until(() => text().includes('Awa Keyta'));
  await button(/Awa Keyta/).click();
  const same = page.getByRole('radiogroup', { name: /deux mères/ }).getByRole('radio', { name: 'Oui' });
  await same.click({ force: true });
  await page.getByRole('radio', { name: /le même enfant/ }).click({ force: true });
  await page.getByRole('textbox', { name: /Comment savez-vous/ }).fill('même carte');
  await button('Réunir').click();
  await until(() => route.value.name === 'anew' && text().includes('Enregistrer ces conclusions'));
  expect(text()).toContain('Visite de suivi · 09/02/2026');
  await button('Enregistrer ces conclusions').click();
  await until(() => route.value.name !== 'anew');
  await phone.open({ name: 'entry', family: keita.id, entry: double.entry('2026-02-09').id });
  await until(() => text().includes('Conclusions refaites après la réunion de deux dossiers le 18/02/2026'));
});

describe('the screen of what changes', () => {
  const older = keita.corrects('birth', {}, 'carnet retrouvé', {
    on: '2026-02-17',
    occurred_on: '2025-12-05',
    set: null,
  });
  const open = async (): Promise<void> => {
    await phone.open({ name: 'anew', family: keita.id });
    await until(() => phone.place.querySelector('.compare') !== null);
    for (const more of phone.place.querySelectorAll('details')) more.open = true;
  };
  beforeEach(async () => {
    phone.end();
    phone = await memoryPhone(screens, [older.entries], today);
    await page.viewport(320, 740);
  });

  it.each(['fr', 'en', 'mirror'] as const)('has no fault at 320 px in %s', async (locale) => {
    await phone.speak(locale);
    await open();
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
  });

  it('fits with text at 200 %', async () => {
    document.documentElement.style.fontSize = '200%';
    await open();
    expect(overflowing(phone.place)).toEqual([]);
    document.documentElement.style.fontSize = '';
  });
});
