import { describe, expect, it } from 'vitest';
import { createTranslator } from './translator.ts';

const french = {
  welcome: 'Bonjour {{name}}',
  visits_one: '{{count}} visite',
  visits_other: '{{count}} visites',
  weight: '{{ kilograms }} kg',
} as const;

describe('a translator', () => {
  const t = createTranslator(french, 'fr');

  it('fills placeholders', () => expect(t('welcome', { name: 'Awa' })).toBe('Bonjour Awa'));

  it('keeps the reading order of what is filled in, where lines are read from the right', () => {
    const mirrored = createTranslator(french, 'fr', { fromTheRight: true });
    expect(mirrored('welcome', { name: 'Awa' })).toBe('Bonjour \u2068Awa\u2069');
    expect(mirrored('weight', { kilograms: 2.5 })).toBe('\u20682,5\u2069 kg');
  });

  it('leaves a value that looks like a placeholder or a pattern as it is', () => {
    expect(t('welcome', { name: '{{count}} $& $1' })).toBe('Bonjour {{count}} $& $1');
  });

  it('chooses the plural form of the language by count: French says 0 and 1,5 in the singular', () => {
    expect([0, 1, 1.5, 2].map((count) => t('visits', { count }))).toEqual([
      '0 visite',
      '1 visite',
      '1,5 visite',
      '2 visites',
    ]);
    const english = createTranslator({ visits_one: '{{count}} visit', visits_other: '{{count}} visits' }, 'en');
    expect(english('visits', { count: 0 })).toBe('0 visits');
  });

  it('has the six forms of Arabic', () => {
    const arabic = createTranslator(
      { v_zero: 'z', v_one: '1', v_two: '2', v_few: 'few', v_many: 'many', v_other: 'other' },
      'ar',
    );
    expect([0, 1, 2, 3, 11, 100].map((count) => arabic('v', { count })).join(' ')).toBe('z 1 2 few many other');
  });

  it('says nothing in words of its own when a form for zero is given', () => {
    const withZero = createTranslator({ ...french, visits_zero: 'aucune visite' }, 'fr');
    expect(withZero('visits', { count: 0 })).toBe('aucune visite');
  });

  it('writes numbers as the language does', () => {
    expect(t('weight', { kilograms: 3.42 })).toBe('3,42 kg');
    expect(createTranslator(french, 'en')('weight', { kilograms: 3.42 })).toBe('3.42 kg');
  });

  it('throws on a missing key or value while developing', () => {
    const lacking = createTranslator({} as typeof french, 'en', { strict: true });
    expect(() => lacking('welcome')).toThrow('no message "welcome"');
    const valueless = createTranslator(french, 'fr', { strict: true });
    expect(() => valueless('welcome')).toThrow('{{name}}');
  });

  it('shows the French in production, and a dash for a value that is missing', () => {
    const lacking = createTranslator({} as typeof french, 'en', { strict: false, fallback: french });
    expect(lacking('welcome', { name: 'Awa' })).toBe('Bonjour Awa');
    expect(lacking('visits', { count: 2 })).toBe('2 visites');
    expect(lacking('visits')).toBe('– visites');
  });
});
