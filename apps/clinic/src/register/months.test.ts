import type { FamilyMonths } from '@denba/protocols/care/lists/month-tally';
import { expect, it } from 'vitest';
import { firstMonth, monthAfter } from './months.ts';

it('goes across the new year, back and on', () => {
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(monthAfter('2025-12', 1)).toBe('2026-01');
  expect(monthAfter('2026-03', 0)).toBe('2026-03');
});

it('begins with the first month in which anything was done or agreed', () => {
  const of = (...months: readonly string[]): FamilyMonths => [
    { author: 'awa', place: 'kati', counts: months.map((month) => [month, 'MAMI.DEP', 1, 1]) },
  ];
  const families = [of('2026-05', '2026-04'), [], of('2026-02')];
  expect(firstMonth(families)).toBe('2026-02');
  expect(firstMonth([])).toBeNull();
});
