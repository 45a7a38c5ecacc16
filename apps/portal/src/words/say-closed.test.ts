/** What came since a month was closed, in sentences. */
import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator, IndicatorKind } from '@denba/indicators/indicator';
import { describe, expect, it } from 'vitest';
import { sayClosed, saySince } from './say-closed.ts';
import { wordsIn } from './words.ts';

const indicator = (kind: IndicatorKind): Indicator => ({
  ...{ code: 'X', theme: 'mami', name: { fr: '', en: '' }, kind, fact: 'mami-exited', among: null, when: null },
  ...{ value: null, population: null, unit: 'd', by: [], source: 'DENBA', status: 'default', trap: null, needs: null },
  ...{ reading: { fr: '', en: '' }, numerator: { fr: '', en: '' }, denominator: null, restricted: false, better: null },
});
/** Of so many values, which add up to so much. */
const mean = (values: number, total: number): Figure =>
  makeFigure(
    indicator('mean'),
    [{ value: '', numerator: values, denominator: values, unknown: 0, total: total * 1000 }],
    { mayReadRegister: true },
  );
const closedWith = (figure: Figure) => ({ on: '2026-11-15', closed: 1, centres: 1, figure });
const since = (language: 'fr' | 'en', before: Figure, now: Figure) =>
  saySince(wordsIn(language), indicator('mean'), closedWith(before), now);

describe('what came since a month was closed', () => {
  it('of a mean is told as values more or fewer', () => {
    expect(since('fr', mean(3, 12), mean(4, 20))).toBe('1 valeur de plus');
    expect(since('fr', mean(3, 12), mean(1, 4))).toBe('2 valeurs de moins');
    expect(since('en', mean(3, 12), mean(5, 20))).toBe('2 more values');
    expect(since('en', mean(3, 12), mean(2, 4))).toBe('1 value fewer');
  });

  it('of a mean of as many values is told as values that changed', () => {
    expect(since('fr', mean(3, 12), mean(3, 15))).toBe('des valeurs ont changé');
    expect(since('en', mean(3, 12), mean(3, 15))).toBe('values have changed');
  });

  it('is nothing while nothing moved', () => {
    expect(since('fr', mean(3, 12), mean(3, 12))).toBeNull();
  });

  it('stands after what was closed', () => {
    const said = sayClosed(wordsIn('fr'), indicator('mean'), closedWith(mean(3, 12)), mean(4, 20));
    expect(said).toBe('clos le 15 nov. 2026\u00a0: 4 jours (sur 3 valeurs)\u202f; depuis\u00a0: 1 valeur de plus');
  });
});
