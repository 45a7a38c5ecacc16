/**
 * Tests a visit whose day is after the date of the phone: it is questioned, and can be saved once the day is confirmed.
 */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { go } from '../shell/route.ts';
import { VisitScreen } from './visit.view.tsx';
import { visitDraftKey } from './visit-draft.ts';

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' })
  .assessed({ on: '2026-02-10', enrolment_decision: 'enrolled', next_due: '2026-03-20' });
const visit = { name: 'visit', family: keita.id, child: keita.childId(), form: 'follow-up' } as const;
const SENTENCE = 'Ce jour est après la date du téléphone';

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ visit: VisitScreen }, [keita.entries], localDate('2026-03-20'));
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const sees = async (words: string): Promise<void> => {
  await expect.poll(text, { timeout: 10_000 }).toContain(words);
};
const typeDay = (day: string): Promise<void> =>
  page
    .getByRole('group', { name: /^Date de la visite/ })
    .getByRole('textbox', { name: 'Jour', exact: true })
    .fill(day);
const heldOn = async (day: string): Promise<void> => {
  await phone.open(visit);
  phone.place.querySelector('summary')?.click();
  await typeDay(day);
};

describe('the day of a visit', () => {
  it('is asked about when it is after today, without a fault for a thumb or a screen reader', async () => {
    await heldOn('19');
    expect(text()).not.toContain(SENTENCE);
    await typeDay('27');
    await sees(SENTENCE);
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
  });

  it('is still asked about when the visit is taken up again, and then no more once she is sure', async () => {
    await heldOn('27');
    await sees(SENTENCE);
    const key = visitDraftKey(keita.id, keita.childId(), 'follow-up');
    await expect.poll(() => phone.workspace.session.draft.get(key), { timeout: 10_000 }).not.toBeNull();
    go({ name: 'today' });
    await sees('today');
    await phone.open(visit);
    await sees(SENTENCE);
    await page.getByRole('button', { name: "C'est exact", exact: true }).click();
    await expect.poll(text).not.toContain(SENTENCE);
  });
});
