/**
 * Tests that when a danger sign is ticked far down a section, one button to refer is within reach there, and only one.
 */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { VisitScreen } from './visit.view.tsx';

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' });

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ visit: VisitScreen }, [keita.entries], localDate('2026-03-20'));
});
afterEach(() => phone.end());

it('a sign of danger far down a section puts « Référer maintenant » under the thumb', async () => {
  await phone.open({ name: 'visit', family: keita.id, child: keita.childId(), form: 'assessment' });
  await page.getByRole('button', { name: 'Suivant', exact: true }).click();
  const sign = page.getByRole('radiogroup', { name: /^Léthargique ou inconscient/ });
  await sign.getByText('Oui', { exact: true }).click();

  const refer = page.getByRole('button', { name: 'Référer maintenant', exact: true });
  await expect.element(refer).toBeVisible();
  expect(scrollY).toBeGreaterThan(300);
  const { top, bottom } = refer.element().getBoundingClientRect();
  expect([top >= 0, bottom <= innerHeight]).toEqual([true, true]);

  // The bar now has two rows: the next focused element must not be covered by it.
  const bar = phone.place.querySelector('.visit__way');
  const hidden = [...phone.place.querySelectorAll<HTMLElement>('.question input')].filter((input) => {
    input.focus();
    const choice = input.closest('label') ?? input;
    return choice.getBoundingClientRect().bottom > (bar?.getBoundingClientRect().top ?? 0);
  });
  expect(hidden.map((input) => input.closest<HTMLElement>('.question')?.dataset['path'])).toEqual([]);
  expect(await axeFaults(phone.place)).toEqual([]);
  expect(overflowing(phone.place)).toEqual([]);
});
