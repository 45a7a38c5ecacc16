import { describe, expect, it } from 'vitest';
import { clockDoubt } from './clock-watch.ts';

const at = (text: string): number => Date.parse(`${text}Z`);
const now = at('2026-11-26T09:00');

describe('the date of the phone', () => {
  it('is believed on the first day, and from one day to the next', () => {
    expect(clockDoubt(now, [now])).toBeNull();
    expect(clockDoubt(now, [now, at('2026-11-25T17:00'), at('2026-11-01T08:00')])).toBeNull();
  });

  it('is in doubt when the phone was used at a later date', () => {
    expect(clockDoubt(at('2020-01-01T00:10'), [now])).toEqual({ kind: 'back', lastMs: now });
  });

  it('is not in doubt for some hours: a phone travels, or is set right', () => {
    expect(clockDoubt(now, [at('2026-11-26T14:00')])).toBeNull();
  });

  it('is in doubt when, by its word, nobody used the phone for months', () => {
    const later = at('2031-05-05T10:00');
    expect(clockDoubt(later, [later, now])).toEqual({ kind: 'ahead', lastMs: now });
  });

  it('is no longer in doubt once the later date was said to be the wrong one, until another comes', () => {
    const wrong = at('2031-05-05T10:00');
    expect(clockDoubt(now, [wrong, now], wrong)).toBeNull();
    const other = at('2040-01-01T00:00');
    expect(clockDoubt(now, [other, wrong, now], wrong)).toEqual({ kind: 'back', lastMs: other });
  });
});
