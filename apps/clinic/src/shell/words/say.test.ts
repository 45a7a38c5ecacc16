import { localDate } from '@denba/quantities/local-date';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { setLanguage } from './language.ts';
import { sayNearDay } from './say.ts';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('localStorage', { setItem: () => undefined });
});
afterAll(() => vi.unstubAllGlobals());

const said = (day: string, today: string): string => sayNearDay(localDate(day), localDate(today));

it('a day near today is said without its year; one of another year, or six months away, with it', async () => {
  await setLanguage('fr');
  expect(said('2026-11-20', '2026-11-27')).toBe('20 nov.');
  expect(said('2026-06-02', '2026-11-27')).toBe('2 juin');
  expect(said('2026-05-25', '2026-11-27')).toBe('25 mai 2026');
  expect(said('2025-12-30', '2026-01-03')).toBe('30 déc. 2025');
  expect(said('2027-01-03', '2026-12-30')).toBe('3 janv. 2027');
  await setLanguage('en');
  expect(said('2026-05-25', '2026-11-27')).toBe('25 May 2026');
});
