import type { Entry } from '@denba/records/entry';
import { describe, expect, it } from 'vitest';
import { doubtOf } from './doubtful-clock.ts';

const MINUTE = 60_000;
const entry = { recordedAt: '2026-11-26T09:00:00.000Z#0000' as Entry['recordedAt'] };
const arrival = (time: string, phoneOffMs: number | null) => ({ at: new Date(`2026-11-26T${time}Z`), phoneOffMs });

describe('the dates of an entry', () => {
  it('are in doubt when the phone that sends it is off by more than ten minutes, either way', () => {
    for (const off of [0, 10 * MINUTE, -10 * MINUTE]) expect(doubtOf(entry, arrival('12:00:00', off))).toBeNull();
    for (const off of [11 * MINUTE, -11 * MINUTE]) expect(doubtOf(entry, arrival('12:00:00', off))).toBe(off);
  });

  it('are in doubt when it comes from the future, though the clock is right by now', () => {
    expect(doubtOf(entry, arrival('08:00:00', 0))).toBe(60 * MINUTE);
    expect(doubtOf(entry, arrival('08:50:00', null))).toBeNull();
  });

  it('are not in doubt because it was sent late, or by a road that tells nothing of the clock', () => {
    expect(doubtOf(entry, { at: new Date('2027-03-01T00:00:00Z'), phoneOffMs: null })).toBeNull();
  });
});
