/** Tests that a visit opened by mistake is given up in two steps, and not while it shows a danger. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { route } from '../shell/route.ts';
import { VisitScreen } from './visit.view.tsx';
import { visitDraftKey } from './visit-draft.ts';

const today = localDate('2026-03-20');
const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' })
  .assessed({ on: '2026-03-10', weight_g: 4400 });
const child = keita.childId();
const key = visitDraftKey(keita.id, child, 'assessment');

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ visit: VisitScreen }, [keita.entries], today);
});
afterEach(() => phone.end());

const open = () => phone.open({ name: 'visit', family: keita.id, child, form: 'assessment' });
const draft = () => phone.workspace.session.draft;
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const sections = async (): Promise<void> => {
  [...phone.place.querySelectorAll<HTMLElement>('.k-top button')].at(-1)?.click();
  await expect.poll(dialog).not.toBe('');
};
const dialog = (): string => (phone.place.querySelector('dialog[open]')?.textContent ?? '').replace(/\s+/g, ' ');
const answer = (question: RegExp, word: string) =>
  page.getByRole('radiogroup', { name: question }).getByText(word, { exact: true }).click();
const next = () => button('Suivant').click();
const written = () => expect.poll(() => draft().get(key)).not.toBeNull();

const note = async (): Promise<void> => {
  await open();
  await next();
  await answer(/^A-t-il convulsé/, 'Non');
  await written();
};

describe('a visit opened by mistake', () => {
  it('is given up in two acts, leaves a line in the log, and touches nothing that was saved', async () => {
    const saved = await phone.workspace.session.entriesOf(keita.id);
    await note();
    await sections();
    await button('Effacer cette saisie').click();
    expect(dialog()).toContain('1 réponse notée dans cette visite sera perdue.');
    expect(await draft().get(key), 'the first act takes nothing away').not.toBeNull();
    await button('Effacer cette saisie').click();
    await expect.poll(() => route.value.name).toBe('family');
    expect(await draft().keys()).toEqual([]);
    expect(await phone.workspace.session.entriesOf(keita.id)).toEqual(saved);
    expect(await phone.workspace.session.audit.list()).toContainEqual(
      expect.objectContaining({ kind: 'visit-given-up', detail: { family: keita.id, form: 'assessment' } }),
    );
    await open();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await draft().keys(), 'opening alone leaves nothing to finish').toEqual([]);
  });

  it('is kept by the way back', async () => {
    await note();
    await sections();
    await button('Effacer cette saisie').click();
    await button('Garder la saisie').click();
    expect(dialog()).toBe('');
    expect(await draft().get(key)).not.toBeNull();
    await expect.element(button('Suivant')).toBeVisible();
  });

  it('is not given up while a danger sign is noted in it', async () => {
    await open();
    await next();
    await answer(/^Léthargique ou inconscient/, 'Oui');
    await sections();
    expect(dialog()).toContain('Enregistrer tel quel');
    expect(dialog()).not.toContain('Effacer');
  });

  it.each([
    ['another wrote in it', ['somebody-else'], 'Une autre personne a noté'],
    ['nobody knows who began it', null, ''],
  ])('is not given up when %s', async (_, writers, says) => {
    await note();
    const held = (await draft().get(key)) as object;
    await phone.open({ name: 'family', family: keita.id });
    await draft().put(key, { ...held, writers } as never);
    await open();
    await sections();
    expect(dialog()).toContain('Enregistrer tel quel');
    expect(dialog()).not.toContain('Effacer');
    expect(dialog()).toContain(says);
  });

  it('stays that of whoever began it while another only looks at it', async () => {
    await note();
    const held = (await draft().get(key)) as object;
    await phone.open({ name: 'family', family: keita.id });
    await draft().put(key, { ...held, writers: ['somebody-else'] } as never);
    await open();
    await next();
    await button('Avant').click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await draft().get(key)).toMatchObject({ writers: ['somebody-else'] });
    await answer(/^Léthargique ou inconscient/, 'Non');
    await expect
      .poll(() => draft().get(key))
      .toMatchObject({ writers: ['somebody-else', phone.workspace.session.user.id] });
  });
});

it.each([
  ['fr', 360],
  ['en', 320],
  ['mirror', 320],
] as const)('asks without a fault in %s at %i px', async (locale, width) => {
  await note();
  await page.viewport(width, 740);
  await phone.speak(locale);
  await sections();
  const giveUp = [...phone.place.querySelectorAll<HTMLElement>('dialog[open] .k-button--quiet')].at(-1);
  giveUp?.click();
  await expect.poll(() => phone.place.querySelectorAll('dialog[open] .k-button--primary').length).toBe(1);
  expect(overflowing(phone.place)).toEqual([]);
  expect(await axeFaults(phone.place)).toEqual([]);
  await phone.speak('fr');
});
