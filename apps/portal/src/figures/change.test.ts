import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator, IndicatorKind } from '@denba/indicators/indicator';
import { describe, expect, it } from 'vitest';
import { changeOf } from './change.ts';

const indicator = (kind: IndicatorKind, better: Indicator['better'] = 'down'): Indicator => ({
  ...{ code: 'X', theme: 'mami', name: { fr: '', en: '' }, kind, fact: 'mami-exited', among: null, when: null },
  ...{ value: null, population: null, unit: '%', by: [], source: 'DENBA', status: 'default', trap: null, needs: null },
  ...{ reading: { fr: '', en: '' }, numerator: { fr: '', en: '' }, denominator: null, restricted: false, better },
});

const figure = (kind: IndicatorKind, numerator: number, denominator: number, people: number | null = null): Figure =>
  makeFigure(
    indicator(kind),
    [{ value: '', numerator, denominator, unknown: 0, total: 0 }],
    { mayReadRegister: true },
    people,
  );

describe('a figure against the period before', () => {
  it('moved when chance alone would rarely move it so far', () => {
    const change = changeOf(indicator('share'), figure('share', 30, 100), figure('share', 10, 100));
    expect(change).toMatchObject({ kind: 'up', by: 20, verdict: 'worse' });
  });

  it('stands when the difference is that of small numbers: one of four after none of five', () => {
    expect(changeOf(indicator('share'), figure('share', 1, 4), figure('share', 0, 5))).toMatchObject({
      kind: 'steady',
    });
  });

  it('is better or worse by what the indicator says, and neither when it says nothing', () => {
    const figures = [figure('share', 30, 100), figure('share', 10, 100)] as const;
    expect(changeOf(indicator('share', 'up'), ...figures)).toMatchObject({ verdict: 'better' });
    expect(changeOf(indicator('share', null), ...figures)).toMatchObject({ kind: 'up', verdict: null });
  });

  it('of counts: a hundred after fifty moved, six after three did not', () => {
    expect(changeOf(indicator('count'), figure('count', 100, 100), figure('count', 50, 50)).kind).toBe('up');
    expect(changeOf(indicator('count'), figure('count', 6, 6), figure('count', 3, 3)).kind).toBe('steady');
  });

  it('of a period that is not over is not judged by what adds up over it; a share is', () => {
    expect(changeOf(indicator('count'), figure('count', 50, 50), figure('count', 100, 100), true).kind).toBe('unknown');
    const [few, many] = [figure('coverage', 20, 20, 1000), figure('coverage', 60, 60, 1000)];
    expect(changeOf(indicator('coverage'), few, many, true).kind).toBe('unknown');
    expect(changeOf(indicator('share'), figure('share', 30, 100), figure('share', 10, 100), true).kind).toBe('up');
  });

  it('of a coverage is judged by those who were reached', () => {
    const change = changeOf(indicator('coverage'), figure('coverage', 20, 20, 1000), figure('coverage', 60, 60, 1000));
    expect(change).toMatchObject({ kind: 'down', by: -4 });
  });

  it('is not known without one of both, and never said of a mean', () => {
    expect(changeOf(indicator('share'), figure('share', 0, 0), figure('share', 1, 5)).kind).toBe('unknown');
    expect(changeOf(indicator('mean'), figure('mean', 5, 5), figure('mean', 5, 5)).kind).toBe('unknown');
  });

  it('stands when everything and nothing never happened', () => {
    expect(changeOf(indicator('share'), figure('share', 0, 40), figure('share', 0, 30))).toMatchObject({
      kind: 'steady',
      by: 0,
    });
  });
});
