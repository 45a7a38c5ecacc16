import { dateValue } from '@denba/decisions/value';
import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatValue } from './format-value.ts';
import { fillTemplate, parseTemplate, placesIn } from './template.ts';

const unit = (name: string) => ({ unit: name, codes: {} });

describe('a value in words', () => {
  it('has a decimal comma in French and a true minus sign', () => {
    expect(formatValue(-2.5, 'fr', unit('z'))).toBe('\u22122,50\u00a0z');
    expect(formatValue(-2.5, 'en', unit('z'))).toBe('\u22122.50\u00a0z');
  });

  it('writes no minus before zero, and no zeros without need', () => {
    expect([
      formatNumber(-0.001, 'fr'),
      formatNumber(38, 'en'),
      formatNumber(37.5, 'fr'),
      formatNumber(1 / 3, 'en'),
    ]).toEqual(['0', '38', '37,5', '0.33']);
  });

  it('spells units that are words, and counts as each language does', () => {
    expect(formatValue(1, 'fr', unit('d'))).toBe('1\u00a0jour');
    expect(formatValue(1.5, 'fr', unit('wk'))).toBe('1,5\u00a0semaine');
    expect(formatValue(1.5, 'en', unit('wk'))).toBe('1.5\u00a0weeks');
    expect(formatValue(60, 'fr', unit('/min'))).toBe('60/min');
  });

  it('says yes and no, none, dates in letters, and what is not known', () => {
    expect(formatValue(true, 'fr')).toBe('oui');
    expect(formatValue([], 'en')).toBe('none');
    expect(formatValue(dateValue(localDate('2026-03-01')), 'fr')).toBe('1er mars 2026');
    expect(formatValue(dateValue(localDate('2026-03-01')), 'en')).toBe('1 March 2026');
    expect(formatValue(null, 'fr')).toBe('non renseigné');
  });

  it('shows a code in the words of its list', () => {
    const style = { unit: null, codes: { none: { fr: 'Non', en: 'No' } } };
    expect(formatValue(['none', 'other'], 'fr', style)).toBe('Non, other');
  });
});

describe('a reason with places', () => {
  const fill = (text: string): string =>
    fillTemplate(parseTemplate(text), 'fr', {
      value: (name) => (name === 'waz' ? -2.1 : 42),
      style: (name) => unit(name === 'waz' ? 'z' : 'd'),
    });

  it('takes each value with its unit', () => {
    expect(fill('P/A {waz}, à {age}.')).toBe('P/A \u22122,10\u00a0z, à 42\u00a0jours.');
  });

  it('does not say a unit twice', () => {
    expect(fill('P/A {waz} z, à {age} jours')).toBe('P/A \u22122,10 z, à 42 jours');
  });

  it('takes a word that only begins like the unit for what it is', () => {
    expect(fill('{waz} zones')).toBe('\u22122,10\u00a0z zones');
  });

  it('names its places', () => {
    expect(placesIn('{waz} et { p.cut }, {}')).toEqual(['waz', 'p.cut', '']);
  });
});
