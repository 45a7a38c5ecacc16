/** Tests that the setting of who uses the phone is the initial answer in every form. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { VisitScreen } from '../visit/visit.view.tsx';
import { SettingsScreen } from './settings.view.tsx';

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' });

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(320, 740);
  localStorage.clear();
  phone = await memoryPhone({ settings: SettingsScreen, visit: VisitScreen }, [keita.entries], localDate('2026-03-20'));
});
afterEach(() => {
  phone.end();
  localStorage.clear();
});

/** The initial answer to « Lieu de soins ». */
const placeOfCare = async (): Promise<string | undefined> => {
  await phone.open({ name: 'visit', family: keita.id, child: keita.childId(), form: 'assessment' });
  phone.place.querySelector('summary')?.click();
  await expect.poll(() => phone.place.querySelector('[data-path=site_level]')).not.toBeNull();
  return phone.place.querySelector<HTMLInputElement>('[data-path=site_level] input:checked')?.value;
};

it('a phone that a community health worker carries proposes her in every form', async () => {
  expect(await placeOfCare()).toBe('clinic');
  await phone.open({ name: 'settings' });
  await page.getByText('Un agent de santé communautaire', { exact: true }).click();
  expect(await axeFaults(phone.place)).toEqual([]);
  expect(overflowing(phone.place)).toEqual([]);
  expect(await placeOfCare()).toBe('chw');
});
