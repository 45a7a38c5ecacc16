/** How wrong the clock of a phone is, in words that somebody can set it right by. */
import { beforeAll, expect, it, vi } from 'vitest';
import { setLanguage } from '../words/language.ts';
import { sayClockOff } from './say-clock-off.ts';

const MINUTE = 60_000;
const met = (minutesAhead: number) => ({ lastContactMs: 1, clockAheadMs: minutesAhead * MINUTE });

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('localStorage', { setItem: () => undefined });
  await setLanguage('fr');
  return () => vi.unstubAllGlobals();
});

it('is told in minutes, hours or days, and not where the clock is right to ten minutes', () => {
  expect(sayClockOff(met(10))).toBeNull();
  expect(sayClockOff(met(11))).toContain('avance de 11 minutes.');
  expect(sayClockOff(met(-3 * 60))).toContain('retarde de 3 heures.');
  expect(sayClockOff(met(8_688))).toContain('avance de 6 jours.');
});

it('is not told while nobody knows', () => {
  expect(sayClockOff({ ...met(600), lastContactMs: null })).toBeNull();
});
