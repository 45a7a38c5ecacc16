/** Tests merging two records and undoing the merge. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { keita, keyta, phoneWithAll, today } from '../../../test/keita-twice.ts';
import type { MemoryPhone } from '../../../test/memory-phone.tsx';
import { route } from '../../shell/route.ts';

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

describe('a merge', () => {
  const rows = (): readonly string[] => [...phone.workspace.rows.value.keys()].sort();

  const merge = async (child = 'le même enfant que Hawa'): Promise<void> => {
    await phone.open({ name: 'merge', family: keita.id });
    await until(() => text().includes('Hawa Keyta'));
    await button(/Hawa Keyta/).click();
    await page
      .getByRole('radiogroup', { name: /deux mères/ })
      .getByRole('radio', { name: 'Oui' })
      .click({ force: true });
    await page.getByRole('radio', { name: new RegExp(child) }).click({ force: true });
    await page.getByRole('textbox', { name: /Comment savez-vous/ }).fill('même carte');
    await button('Réunir').click();
    await until(() => route.value.name !== 'merge');
    // The visit of Hawa concludes otherwise with what the other record says of her.
    if (child === 'le même enfant que Hawa') await button('Plus tard').click();
    await until(() => route.value.name === 'family');
  };

  it('offers the record that looks alike, compares both, and makes one row of two', async () => {
    expect(rows()).toEqual(['keita', 'keyta', 'traore']);
    await merge();
    expect(rows()).toEqual(['keita', 'traore']);
    await until(() => text().includes('Dossiers réunis'));
    const timeline = await phone.workspace.timelineOf(keita.id);
    expect(timeline?.children.map(({ id }) => id)).toEqual(['keita-child-1', 'keita-child-2']);
    expect(timeline?.encounters.map(({ child }) => child).filter((child) => child.startsWith('keyta'))).toEqual([]);
  });

  it('leaves the address of this record, and « Corriger » opens the one that speaks', async () => {
    await merge();
    await until(() => text().includes('Dossiers réunis'));
    expect(text()).toContain('Sanankoroba');
    await page.getByText('Ce dossier').click();
    await button("Corriger l'identité ou l'adresse").click();
    const { name, ...where } = route.value;
    expect(name).toBe('correct');
    const kept = keita.entries.find(({ form }) => form.startsWith('register-family'));
    expect(where).toEqual({ family: keita.id, entry: kept?.id });
  });

  it('is undone from its line in the history, and gives both back as they were', async () => {
    const before = await Promise.all([keita.id, keyta.id].map((id) => phone.workspace.timelineOf(id)));
    await merge();
    await until(() => text().includes('Dossiers réunis'));
    await button(/Dossiers réunis/)
      .first()
      .click();
    await button('Défaire la réunion').click();
    await page.getByRole('textbox', { name: /Pourquoi ces dossiers/ }).fill('deux familles');
    await button('Défaire').click();
    await until(() => route.value.name === 'family');
    expect(rows()).toEqual(['keita', 'keyta', 'traore']);
    const after = await Promise.all([keita.id, keyta.id].map((id) => phone.workspace.timelineOf(id)));
    for (const at of [0, 1]) {
      expect(after[at]?.children).toEqual(before[at]?.children);
      expect(after[at]?.persons).toEqual(before[at]?.persons);
      expect(after[at]?.encounters).toEqual(before[at]?.encounters);
      expect(after[at]?.problems).toEqual(before[at]?.problems);
    }
    // An undone merge cannot be undone again.
    await until(() => text().includes('Réunion défaite'));
    await button(/Dossiers réunis/)
      .first()
      .click();
    await until(() => route.value.name === 'entry' && text().includes('Même carte'));
    expect(button('Défaire la réunion').elements()).toEqual([]);
  });

  it('gives back, once undone, what was written meanwhile about a child of the other record', async () => {
    await merge('un autre enfant');
    const visit = {
      ...{ family: keita.id, subject: keyta.childId(), form: 'growth-visit@1', protocolVersion: null },
      ...{ answers: { weight_g: 4300 }, findings: {}, occurredOn: today },
    };
    expect((await phone.workspace.save([visit])).ok).toBe(true);
    expect((await phone.workspace.timelineOf(keita.id))?.encounters.at(-1)).toMatchObject({ child: 'keyta-child-1' });
    await until(() => text().includes('Dossiers réunis'));
    await button(/Dossiers réunis/).click();
    await button('Défaire la réunion').click();
    await page.getByRole('textbox', { name: /Pourquoi ces dossiers/ }).fill('deux familles');
    await button('Défaire').click();
    await until(() => rows().length === 3);
    expect((await phone.workspace.timelineOf(keyta.id))?.encounters.at(-1)).toMatchObject({ on: today });
    expect((await phone.workspace.timelineOf(keita.id))?.children.length).toBe(2);
  });

  it('says once that a form of the other record is half filled, before it is made', async () => {
    await phone.workspace.session.draft.put(`visit follow-up ${keyta.id} keyta-child-1`, { answers: {} });
    await phone.open({ name: 'merge', family: keita.id });
    await until(() => text().includes('Hawa Keyta'));
    await button(/Hawa Keyta/).click();
    await page
      .getByRole('radiogroup', { name: /deux mères/ })
      .getByRole('radio', { name: 'Oui' })
      .click({ force: true });
    await page.getByRole('radio', { name: /un autre enfant/ }).click({ force: true });
    await page.getByRole('textbox', { name: /Comment savez-vous/ }).fill('même carte');
    await button('Réunir').click();
    await until(() => text().includes("Un formulaire commencé attend dans l'autre dossier"));
    expect(rows().length).toBe(3);
  });

  it('asks who is who before it is made', async () => {
    await phone.open({ name: 'merge', family: keita.id });
    await until(() => text().includes('Hawa Keyta'));
    await button(/Hawa Keyta/).click();
    await button('Réunir').click();
    await until(() => text().includes('Dites si les deux mères sont la même personne'));
    await page
      .getByRole('radiogroup', { name: /deux mères/ })
      .getByRole('radio', { name: 'Non' })
      .click({ force: true });
    await until(() => text().includes("Deux mères, c'est d'ordinaire deux familles"));
    await button('Réunir').click();
    await until(() => text().includes("Dites qui est chaque enfant de l'autre dossier"));
    expect(rows().length).toBe(3);
  });

  it('finds any record by what is typed', async () => {
    await phone.open({ name: 'merge', family: keita.id });
    await page.getByRole('searchbox').fill('traore kati');
    await until(() => text().includes('Fatou Traoré'));
    expect(button(/Awa Keïta/).elements()).toEqual([]);
  });
});
