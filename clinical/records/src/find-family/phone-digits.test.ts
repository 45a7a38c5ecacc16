import { describe, expect, it } from 'vitest';
import { nationalDigits, phoneParts } from './phone-digits.ts';

describe('telephone numbers', () => {
  it('are one number with and without the country’s code and spaces', () => {
    for (const written of ['76123456', '76 12 34 56', '+223 76 12 34 56', '0022376123456', '223-76-12-34-56']) {
      expect(nationalDigits(written), written).toBe('76123456');
    }
    for (const written of ['+212 612-345678', '0612345678', '00212612345678']) {
      expect(nationalDigits(written), written).toBe('612345678');
    }
  });

  it('keep a foreign code that nobody here knows, and are nothing without digits', () => {
    expect(nationalDigits('+33 6 12 34 56 78')).toBe('33612345678');
    expect(nationalDigits('pas de téléphone')).toBe('');
  });

  it('do not lose a national number that begins like a country', () => {
    expect(nationalDigits('22312345')).toBe('22312345');
  });

  it('are looked for by any three digits or more', () => {
    expect(phoneParts('12')).toEqual([]);
    expect(phoneParts('123')).toEqual([{ digits: '123', fromStart: false }]);
  });

  it('are looked for from their beginning once the country’s code is typed', () => {
    expect(phoneParts('+223')).toEqual([]);
    expect(phoneParts('+2237')).toEqual([{ digits: '7', fromStart: true }]);
    expect(phoneParts('0022376')).toEqual([{ digits: '76', fromStart: true }]);
    expect(phoneParts('+336')).toEqual([{ digits: '336', fromStart: true }]);
  });

  it('may be a part that looks like a code', () => {
    expect(phoneParts('22376')).toEqual([{ digits: '22376', fromStart: false }]);
    expect(phoneParts('22376123456')).toContainEqual({ digits: '76123456', fromStart: true });
  });
});
