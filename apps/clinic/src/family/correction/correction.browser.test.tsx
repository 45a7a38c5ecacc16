/** Tests corrections with touch and keyboard. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keita, keitaPage, phoneWithAll } from '../../../test/keita-twice.ts';
import type { MemoryPhone } from '../../../test/memory-phone.tsx';
import { type Route, route } from '../../shell/route.ts';

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await phoneWithAll();
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** Waits until a condition holds, after a save or while a timeline is read. */
const until = async (holds: () => boolean): Promise<void> => {
  await expect.poll(holds, { timeout: 5000 }).toBe(true);
};

describe('a correction', () => {
  const correctVisit: Route = { name: 'correct', family: keita.id, entry: keita.entry('visit').id };
  const reason = () => page.getByRole('textbox', { name: /Raison de la correction/ });
  const weightLine = () => button(/^Poids, première lecture/);

  it('is reached from the history, touches one answer, and shows both afterwards', async () => {
    await phone.open(keitaPage);
    await button(/Visite de suivi Hawa · 12\/02\/2026/).click();
    await button('Corriger').click();
    await weightLine().click();
    await page.getByRole('textbox', { name: /Poids, première lecture/ }).fill('4100');
    await reason().fill('chiffres inversés');
    await button('Enregistrer la correction').click();
    await until(() => route.value.name === 'family' && text().includes('corrigée'));
    expect(text()).toContain('4100 g');
    await button(/Visite de suivi Hawa · 12\/02\/2026/).click();
    await until(() => text().includes('chiffres inversés'));
    expect([...phone.place.querySelectorAll('del')].map(({ textContent }) => textContent)).toContain('4010\u00a0g');
    const timeline = await phone.workspace.timelineOf(keita.id);
    const visit = timeline?.encounters.find(({ entry }) => entry === keita.entry('visit').id);
    expect(visit?.form.answers.weight_g).toBe(4100);
    // The protocol's conclusions of the corrected visit are stored with the correction.
    expect(visit?.findings).toHaveProperty('kept');
  });

  it('leads to what is to do now when the visit is in another class', async () => {
    await phone.open(correctVisit);
    await weightLine().click();
    await page.getByRole('textbox', { name: /Poids, première lecture/ }).fill('2400');
    await reason().fill('balance mal lue');
    await button('Enregistrer la correction').click();
    await button("C'est bien cela, enregistrer").click();
    await until(() => route.value.name === 'result');
    expect(route.value).toMatchObject({ family: keita.id, entry: keita.entry('visit').id });
  });

  it('asks about a weight that surprises, in the words of the visit, and saves it when she says that it is right', async () => {
    await phone.open(correctVisit);
    await weightLine().click();
    await page.getByRole('textbox', { name: /Poids, première lecture/ }).fill('9000');
    await reason().fill('balance mal lue');
    await button('Enregistrer la correction').click();
    await until(() => text().includes('Ce poids surprend'));
    expect(phone.workspace.session.log.head().seq).toBe(0);

    await page.getByRole('textbox', { name: /Poids, première lecture/ }).fill('8900');
    expect(text()).not.toContain('Ce poids surprend');
    await button('Enregistrer la correction').click();
    await button("C'est bien cela, enregistrer").click();
    await until(() => phone.workspace.session.log.head().seq === 1);
  });

  it('is not saved without a reason, nor when nothing changed, and keeps what was typed', async () => {
    await phone.open(correctVisit);
    await button('Enregistrer la correction').click();
    await until(() => text().includes("Rien n'a changé"));
    await weightLine().click();
    await page.getByRole('textbox', { name: /Poids, première lecture/ }).fill('4100');
    await button('Enregistrer la correction').click();
    await until(() => text().includes('une correction sans raison ne se comprend plus'));
    expect(page.getByRole('textbox', { name: /Poids, première lecture/ }).element()).toHaveProperty('value', '4100');
    expect(phone.workspace.session.log.head().seq).toBe(0);
  });

  it('is kept half-written, and taken up again', async () => {
    await phone.open(correctVisit);
    await reason().fill('mauvais jumeau');
    await phone.open({ name: 'today' });
    await phone.open(correctVisit);
    await until(() => text().includes('Vous aviez commencé cette correction'));
    expect(reason().element()).toHaveProperty('value', 'mauvais jumeau');
  });

  it('turns a visit to the other twin', async () => {
    await phone.open(correctVisit);
    await button(/^Enfant concerné/).click();
    await page.getByRole('radio', { name: 'Fanta' }).click({ force: true });
    await reason().fill('mauvais jumeau');
    await button('Enregistrer la correction').click();
    await until(() => route.value.name === 'family');
    const timeline = await phone.workspace.timelineOf(keita.id);
    const visit = timeline?.encounters.find(({ entry }) => entry === keita.entry('visit').id);
    expect(visit?.child).toBe('keita-child-2');
  });

  it('withdraws an entry: it stays in sight, struck out', async () => {
    await phone.open(correctVisit);
    await page.getByRole('radio', { name: 'Oui' }).click({ force: true });
    await reason().fill('autre enfant');
    await button('Enregistrer la correction').click();
    await until(() => route.value.name === 'family' && text().includes('retirée'));
    expect(phone.place.querySelector('.history__line--withdrawn')).not.toBeNull();
  });

  it('refuses a day that has not come', async () => {
    await phone.open(correctVisit);
    await button(/^Date de ce qui s'est passé/).click();
    const day = page.getByRole('group', { name: /Date de ce qui s'est passé/ });
    await day.getByRole('textbox', { name: 'Jour' }).fill('2');
    await day.getByRole('textbox', { name: 'Mois' }).fill('3');
    await reason().fill('mauvaise date');
    await button('Enregistrer la correction').click();
    await until(() => text().includes("Ce jour n'est pas encore venu"));
  });
});

it('a correction can be made with the keyboard alone', async () => {
  await phone.open({ name: 'correct', family: keita.id, entry: keita.entry('visit').id });
  phone.place.querySelector<HTMLElement>('.correct__line')?.focus();
  await userEvent.keyboard('{Enter}');
  await until(() => phone.place.querySelector('.correct__open input') !== null);
});
