/** How wrong the clock of a phone is, in words that somebody can set it right by. */
import { beforeAll, expect, it, vi } from 'vitest';
import { setLanguage } from '../shell/words/language.ts';
import { sayClockOff } from './clock-words.ts';

const MINUTE = 60_000;

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('localStorage', { setItem: () => undefined });
  await setLanguage('fr');
  return () => vi.unstubAllGlobals();
});

it('is told in minutes, hours or days, and not where the clock is right to ten minutes', () => {
  expect(sayClockOff(10 * MINUTE)).toBeNull();
  expect(sayClockOff(11 * MINUTE)).toContain('avance de 11 minutes.');
  expect(sayClockOff(-3 * 60 * MINUTE)).toContain('retarde de 3 heures.');
  expect(sayClockOff(8_688 * MINUTE)).toContain('avance de 6 jours.');
});
