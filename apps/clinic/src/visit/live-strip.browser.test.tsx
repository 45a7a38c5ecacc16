/**
 * Tests that the class and the z-scores stay in sight beside the measurement being typed, however long the section is.
 */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { VisitScreen } from './visit.view.tsx';

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' })
  .assessed({ on: '2026-02-10', enrolment_decision: 'enrolled', next_due: '2026-03-20' });

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ visit: VisitScreen }, [keita.entries], localDate('2026-03-20'));
  await phone.open({ name: 'visit', family: keita.id, child: keita.childId(), form: 'follow-up' });
  await page.getByRole('button', { name: 'Suivant', exact: true }).click();
  while (phone.place.querySelector('[data-path=weight_g]') === null) {
    await page.getByRole('button', { name: 'Suivant', exact: true }).click();
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  phone.end();
});

const line = (): DOMRect => {
  const strip = phone.place.querySelector('.live');
  if (strip === null) throw new Error('no line of what emerges');
  return strip.getBoundingClientRect();
};
const field = (name: string): HTMLInputElement => {
  const found = phone.place.querySelector<HTMLInputElement>(`[data-path=${name}] input`);
  if (found === null) throw new Error(`${name} is not asked`);
  return found;
};

it('stays below the bar and above the field, also of the last measure', async () => {
  await userEvent.fill(field('weight_g'), '3900');
  await userEvent.fill(field('muac_mm'), '118');
  field('muac_mm').scrollIntoView({ block: 'start' });
  await expect.poll(() => scrollY).toBeGreaterThan(300);
  const bar = phone.place.querySelector('.k-top')?.getBoundingClientRect().bottom ?? 0;
  expect(Math.round(line().top)).toBe(Math.round(bar));
  expect(line().height).toBeLessThan(80);
  expect(field('muac_mm').getBoundingClientRect().top).toBeGreaterThanOrEqual(line().bottom);
  expect(phone.place.querySelector('.live .k-class__word')?.textContent).toContain('Incomplet');
  expect(phone.place.querySelector('.live__z')?.textContent).toMatch(/P\/A/);
  expect(await axeFaults(phone.place)).toEqual([]);
  expect(overflowing(phone.place)).toEqual([]);
});

it('follows what the keyboard leaves to be seen', async () => {
  field('muac_mm').scrollIntoView({ block: 'start' });
  vi.spyOn(visualViewport as VisualViewport, 'offsetTop', 'get').mockReturnValue(260);
  visualViewport?.dispatchEvent(new Event('scroll'));
  expect(Math.round(line().top)).toBe(260);
});

it('does not lay out the page at a key: only when its own size changes', async () => {
  await userEvent.fill(field('weight_g'), '3900');
  const read = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get');
  await userEvent.fill(field('muac_mm'), '118');
  await userEvent.fill(field('muac_mm'), '119');
  expect(read.mock.calls.length).toBeLessThanOrEqual(2);
});
