/** Tests that an answer renders its own question, and not what stands around it. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { options } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { VisitScreen } from './visit.view.tsx';

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' })
  .assessed({ on: '2026-03-10', weight_g: 4400 });

let phone: MemoryPhone;
/** The elements that were rendered since the list was emptied, whether they changed or not. */
const drawn: string[] = [];
const before = options.vnode;
options.vnode = (vnode) => {
  if (typeof vnode.type === 'string') drawn.push(vnode.type);
  before?.(vnode);
};
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ visit: VisitScreen }, [keita.entries], localDate('2026-03-20'));
  await phone.open({ name: 'visit', family: keita.id, child: keita.childId(), form: 'assessment' });
  await page.getByRole('button', { name: 'Suivant', exact: true }).click();
});
afterEach(() => phone.end());

const answer = async (word: string): Promise<void> => {
  const question = page.getByRole('radiogroup', { name: /^A-t-il convulsé/ });
  await question.getByText(word, { exact: true }).click();
  await expect.element(question.getByText('Effacer la réponse', { exact: true })).toBeVisible();
};
const count = (element: string): number => drawn.filter((one) => one === element).length;

it('is one question: not the bar, nor the buttons below, nor a sheet that nobody opened', async () => {
  drawn.length = 0;
  await answer('Non');
  expect(count('fieldset')).toBe(1);
  expect([count('h1'), count('nav'), count('dialog')]).toEqual([0, 0, 0]);
});

it('is the buttons below too when the answer is a danger sign', async () => {
  drawn.length = 0;
  await answer('Oui');
  await expect.element(page.getByRole('button', { name: 'Référer maintenant' })).toBeVisible();
  expect(count('nav')).toBe(1);
  expect(count('h1')).toBe(0);
});
