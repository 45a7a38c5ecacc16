import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters, wordsOf } from './fold-letters.ts';

const fold = (text: string): readonly string[] => wordsOf(foldLetters(text));

describe('folded letters', () => {
  it('leave out case, accents and apostrophes', () => {
    expect(fold('Djénéba KEÏTA')).toEqual(['djeneba', 'keita']);
    expect(fold('N’Diaye')).toEqual(fold("N'diaye"));
    expect(fold('Nʼdiaye')).toEqual(['ndiaye']);
    expect(foldLetters('François')).toBe('francois');
  });

  it('write the letters of national alphabets as a French keyboard would', () => {
    expect(fold('Jɛnɛba Saŋare')).toEqual(['jeneba', 'sangare']);
    expect(fold('Ɲɛlɛ')).toEqual(['nyele']);
  });

  it('keep other scripts, without their marks', () => {
    expect(fold('فَاطِمَة الزهراء')).toEqual(fold('فاطمه الزهراء'));
    expect(foldLetters('٧٦ ١٢')).toBe('76 12');
  });

  it('split at hyphens, dots and emoji, and cut what nobody types', () => {
    expect(fold('Fatima-Zahra, Fat. 👶')).toEqual(['fatima', 'zahra', 'fat']);
    expect(fold('a'.repeat(500))[0]).toHaveLength(30);
    expect(fold('👶 !?')).toEqual([]);
  });

  it('are the same when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = foldLetters(text);
        expect(foldLetters(once)).toBe(once);
      }),
    );
  });
});
