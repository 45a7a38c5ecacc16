import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import { describe, expect, it } from 'vitest';
import { judgedOf, supervisionOf } from './supervision.ts';

const indicator = (better: Indicator['better']): Indicator => ({
  ...{ code: 'X', theme: 'mami', name: { fr: '', en: '' }, kind: 'share', fact: 'visit-due', among: null, when: null },
  ...{ value: null, population: null, unit: '%', by: [], source: 'DENBA', status: 'default', trap: null, needs: null },
  ...{ reading: { fr: '', en: '' }, numerator: { fr: '', en: '' }, denominator: null, restricted: false, better },
});

const share = (numerator: number, denominator: number): Figure =>
  makeFigure(indicator('up'), [{ value: '', numerator, denominator, unknown: 0, total: 0 }], { mayReadRegister: true });

describe('the next supervision', () => {
  const together = share(700, 1000);

  it('praises what is clearly better and helps with what is clearly worse, whichever way is better', () => {
    const up = { indicator: indicator('up'), own: share(95, 100), together };
    const down = { indicator: indicator('down'), own: share(95, 100), together };
    expect(supervisionOf([up, down])).toEqual({ praise: [up], help: [down] });
  });

  it('says nothing of a difference that may be chance: three of four is not better than seven of ten', () => {
    expect(supervisionOf([{ indicator: indicator('up'), own: share(3, 4), together }])).toEqual({
      praise: [],
      help: [],
    });
  });

  it('is too little to judge where most figures are hidden or made of few cases, whatever the others say', () => {
    const shown = { indicator: indicator('up'), own: share(70, 100), together };
    const few = { indicator: indicator('up'), own: share(3, 4), together };
    const hidden = { ...shown, own: { ...share(95, 100), value: null, interval: null } };
    const neither = { ...shown, indicator: indicator(null) };
    expect(judgedOf([few, hidden, hidden, neither])).toEqual({ judged: 0, all: 3, isTooLittle: true });
    expect(judgedOf([shown, few, hidden, neither])).toEqual({ judged: 1, all: 3, isTooLittle: true });
    expect(judgedOf([shown, shown, hidden])).toEqual({ judged: 2, all: 3, isTooLittle: false });
  });

  it('says nothing of what has no better way, or no value', () => {
    const none = { indicator: indicator(null), own: share(95, 100), together };
    const empty = { indicator: indicator('up'), own: share(0, 0), together };
    expect(supervisionOf([none, empty])).toEqual({ praise: [], help: [] });
  });
});
