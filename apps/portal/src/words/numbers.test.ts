import { expect, it } from 'vitest';
import { sayValue } from './numbers.ts';
import { wordsIn } from './words.ts';

it('a median between two whole numbers is said as it is, not rounded to the next', () => {
  expect(sayValue(wordsIn('fr'), 4.5, 'n')).toBe('4,5');
  expect(sayValue(wordsIn('fr'), 45.5, 'd')).toBe('45,5 jours');
  expect(sayValue(wordsIn('en'), 45, 'd')).toBe('45 days');
  expect(sayValue(wordsIn('fr'), 1234, 'n')).toBe('1\u202f234');
});
