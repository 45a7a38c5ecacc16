import { describe, expect, it } from 'vitest';
import common from './common-words.json' with { type: 'json' };
import { passwordProblem, passwordTexts } from './password-rules.ts';

const problem = (password: string) => passwordProblem(password, ['awa.traore', 'Awa Traoré']);

describe('a password', () => {
  it.each(['quatre mots sans rapport', 'tasse-genou-nuage', 'kɔnɔ bɛ sanfɛ', '7913028465', 'Zx9!kkd0_w'])(
    '« %s » is good enough',
    (password) => expect(problem(password)).toBeNull(),
  );

  it.each([
    ['court', 'tooShort'],
    ['123456789', 'tooShort'],
    ['          ', 'tooShort'],
    [' neuf-9999 ', 'tooShort'],
    ['x'.repeat(201), 'tooLong'],
    ['awa.traore', 'isName'],
    ['Awa.Traore', 'isName'],
    ['awatraore1', 'isName'],
    ['AWA TRAORÉ 2026', 'isName'],
    ['motdepasse', 'common'],
    ['Mot de passe 123 !', 'common'],
    ['Bamako2026', 'common'],
    ['azertyuiop', 'common'],
    ['1234567890', 'common'],
    ['Maternité-01', 'common'],
    ['aaaaaaaaaa', 'tooSimple'],
    ['1212121212', 'tooSimple'],
    ['abcdabcdabcd', 'tooSimple'],
    ['abcdefghij', 'tooSimple'],
    ['KJIHGFEDCBA', 'tooSimple'],
  ] as const)('« %s » is not: %s', (password, expected) => expect(problem(password)).toBe(expected));

  it.each([...common.words.filter((word) => word.length >= 10), ...common.whole])('« %s » is not', (word) =>
    expect(problem(word)).not.toBeNull(),
  );

  it('is refused in both languages', () => {
    for (const { fr, en } of Object.values(passwordTexts))
      expect([fr.endsWith('.'), en.endsWith('.')]).toEqual([true, true]);
  });
});
