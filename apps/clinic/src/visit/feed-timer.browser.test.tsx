/** Tests that the timer of an observed feed continues during answers, in another section, and while locked. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { phoneClock } from '../shell/phone/clock.ts';
import { route } from '../shell/route.ts';
import { VisitScreen } from './visit.view.tsx';

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' });

const MINUTE = 60_000;
let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(320, 740);
  phone = await memoryPhone({ visit: VisitScreen }, [keita.entries], localDate('2026-03-20'));
});
afterEach(() => {
  vi.restoreAllMocks();
  phone.end();
});

const openObservation = async (): Promise<void> => {
  await phone.open({ name: 'visit', family: keita.id, child: keita.childId(), form: 'assessment' });
  while (phone.place.querySelector('[data-path=bf_status]') === null) {
    await page.getByRole('button', { name: 'Suivant', exact: true }).click();
  }
  await page.getByText('Le sein seulement', { exact: true }).click();
  while (phone.place.querySelector('[data-path=f1]') === null) {
    await page.getByRole('button', { name: 'Suivant', exact: true }).click();
  }
};

it('times the feed over another section and a screen that was closed', async () => {
  let wall = phoneClock.wallMs();
  vi.spyOn(phoneClock, 'wallMs').mockImplementation(() => wall);
  await openObservation();
  const watch = page.getByRole('group', { name: 'Durée de la tétée', exact: true });
  await watch.getByRole('button', { name: 'La tétée commence', exact: true }).click();
  expect(await axeFaults(phone.place)).toEqual([]);
  expect(overflowing(phone.place)).toEqual([]);

  wall += 5 * MINUTE;
  await page.getByRole('button', { name: 'Suivant', exact: true }).click();
  await page.getByRole('button', { name: 'Avant', exact: true }).click();
  await expect.element(watch.getByRole('timer')).toHaveTextContent('5:00');

  await phone.open({ name: 'today' });
  wall += 7 * MINUTE + 5_000;
  // The half-filled visit opens at the section where it was left.
  await phone.open({ name: 'visit', family: keita.id, child: keita.childId(), form: 'assessment' });
  await watch.getByRole('button', { name: 'La tétée est finie', exact: true }).click();
  await expect.element(page.getByText('La tétée a duré 12 min 5 s.', { exact: true })).toBeVisible();

  // The next visit has a timer of its own.
  await page.getByRole('button', { name: /^\d\/\d+$/ }).click();
  await page.getByRole('button', { name: 'Enregistrer tel quel', exact: true }).click();
  await expect.poll(() => route.value.name).toBe('result');
  await openObservation();
  await expect.element(watch.getByRole('timer')).toHaveTextContent('0:00');
  expect(phone.place.textContent).not.toContain('La tétée a duré');
});
