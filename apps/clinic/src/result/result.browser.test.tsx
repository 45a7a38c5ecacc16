/** Tests that a visit's result names the child and the day: twins have one each, and an old one may be read again. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { ResultScreen } from './result.view.tsx';

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bearsTwins({ on: '2026-01-05', infant_name: 'Hawa' }, { infant_name: 'Adama' });
const found = { reasons: [], headline: { shape: '■', text: 'Risque modéré', floor: false }, pairClass: 'moderate' };
const life = keita.saves('mami-assessment@2', keita.childId(), {}, { on: '2026-03-16', findings: found, as: 'visit' });
const result = { name: 'result', family: life.id, entry: life.entry('visit').id } as const;

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ result: ResultScreen }, [life.entries], localDate('2026-03-20'));
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');

it('the result of a visit names the child and the day, without a fault for a thumb or a screen reader', async () => {
  await phone.open(result);
  await expect.poll(text).toContain('Risque modéré');
  expect(text()).toContain('Adama, 10 semaines');
  expect(text()).toContain('16 mars 2026');
  expect(text()).not.toContain('Visite enregistrée');
  expect(await axeFaults(phone.place)).toEqual([]);
  expect(overflowing(phone.place)).toEqual([]);
});

it('a visit that was saved just now says so', async () => {
  await phone.open({ ...result, saved: true });
  await expect.poll(text).toContain('Visite enregistrée sur ce téléphone.');
});

it('a visit of a record that was joined names the child, whom it knows under another id', async () => {
  phone.end();
  const again = keita.bears({ on: '2026-01-05', child: 'again', infant_name: 'Adamma' });
  const visit = again.saves(
    'mami-assessment@2',
    again.childId('again'),
    {},
    { on: '2026-03-16', findings: found, as: 'visit' },
  );
  const joined = visit.mergesPersons('keita-child-2', 'again', { on: '2026-03-17' });
  phone = await memoryPhone({ result: ResultScreen }, [joined.entries], localDate('2026-03-20'));
  await phone.open({ name: 'result', family: joined.id, entry: joined.entry('visit').id });
  await expect.poll(text).toContain('Adama, 10 semaines');
});
