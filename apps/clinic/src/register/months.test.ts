import { localDate } from '@denba/quantities/local-date';
import { expect, it } from 'vitest';
import { lastMonths } from './months.ts';

it('goes back across the new year, whatever the day', () => {
  expect(lastMonths(localDate('2026-01-31'), 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(lastMonths(localDate('2026-03-31'), 2)).toEqual(['2026-03', '2026-02']);
});
