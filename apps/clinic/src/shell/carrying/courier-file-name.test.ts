import { localDate } from '@denba/quantities/local-date';
import { expect, it } from 'vitest';
import { courierFileName } from './courier-file-name.ts';

it('a courier file is named by what it is, its phone and the minute, and by nobody', () => {
  const device = '3f2a9c10-7d51-4c7e-9f58-5a0a3d1f0b11';
  expect(courierFileName(device, localDate('2026-11-26'), { hours: 9, minutes: 5 })).toBe(
    'denba-courier-3F2A-2026-11-26-0905.txt',
  );
});
