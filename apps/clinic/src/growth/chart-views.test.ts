import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { chartPoints, correctedId, referenceAt, referencesOf } from '../shell/growth/chart-choice.ts';
import type { GrowthPoint } from '../shell/growth/growth-point.ts';
import { chartViews, standardMarks } from './chart-views.ts';

const point = (over: Partial<GrowthPoint>): GrowthPoint => ({
  ...{ id: 'p', entry: null, from: 'visit', on: localDate('2026-02-09'), ageDays: 35, postMenstrualDays: null },
  ...{ value: 3, lengthCm: null, z: -1, pretermZ: null, sizeCentile: null, corrected: null },
  ...{ doubtful: false, oedema: false },
  ...over,
});
const preterm = { onPretermChart: true, gestationalAgeDays: 224 };
const term = { onPretermChart: false, gestationalAgeDays: 273 };

describe('which chart', () => {
  it('is WHO’s for an infant born at term, and for weight-for-length and MUAC of anybody', () => {
    expect(referencesOf('weight', term)).toEqual(['who']);
    expect(referencesOf('muac', preterm)).toEqual(['who']);
    expect(referencesOf('weight-for-length', preterm)).toEqual(['who']);
  });

  it('is INTERGROWTH first for a preterm, up to 64 weeks, then WHO', () => {
    expect(referencesOf('weight', preterm)).toEqual(['preterm', 'who']);
    expect(referenceAt('weight', preterm, 64 * 7)).toBe('preterm');
    expect(referenceAt('weight', preterm, 64 * 7 + 1)).toBe('who');
    expect(referenceAt('weight', term, 300)).toBe('who');
  });
});

describe('points on a chart', () => {
  it('stand at age, at post-menstrual age, or at length', () => {
    const points = [point({ postMenstrualDays: 259, lengthCm: 50 })];
    const x = (...of: [Parameters<typeof chartPoints>[1], Parameters<typeof chartPoints>[2]]) =>
      chartPoints(points, ...of, false).map((one) => one.x);
    expect([x('weight', 'who'), x('weight', 'preterm'), x('weight-for-length', 'who')]).toEqual([[35], [259], [50]]);
    expect(chartPoints([point({})], 'weight', 'preterm', false)).toEqual([]);
  });

  it('are hollow when doubtful, and have a cross at the corrected age when that is wanted', () => {
    const points = [point({ doubtful: true, corrected: { ageDays: 3, z: 0 } })];
    expect(chartPoints(points, 'weight', 'who', false).map(({ kind }) => kind)).toEqual(['doubtful']);
    expect(chartPoints(points, 'weight', 'who', true)).toMatchObject([
      { id: 'p', x: 35, kind: 'doubtful' },
      { id: correctedId('p'), x: 3, y: 3, kind: 'corrected' },
    ]);
    expect(chartPoints(points, 'weight', 'preterm', true)).toEqual([]);
  });
});

describe('what part of a chart is shown first', () => {
  const initial = (index: Parameters<typeof chartViews>[0], ageDays: number) =>
    chartViews(index, 'who', term, [point({ ageDays })]).initial;

  it('holds the oldest point: first weeks, six months, two years, five years', () => {
    expect([0, 56, 57, 183, 184, 731, 732].map((age) => initial('weight', age))).toEqual([
      'weeks',
      'weeks',
      'half-year',
      'half-year',
      'two-years',
      'two-years',
      'five-years',
    ]);
    expect(chartViews('weight', 'who', term, []).initial).toBe('weeks');
  });

  it('is never the first weeks of MUAC, for which WHO has no standard', () => {
    expect(initial('muac', 45)).toBe('half-year');
    expect(chartViews('muac', 'who', term, []).views.map(({ id }) => id)).toEqual(['half-year', 'two-years']);
  });

  it('of a preterm begins a week before birth and ends after 64 weeks', () => {
    const { views, initial: first } = chartViews('weight', 'preterm', preterm, [point({ postMenstrualDays: 259 })]);
    expect(views).toEqual([
      { id: 'near', x: { from: 217, to: 301 } },
      { id: 'whole', x: { from: 189, to: 462 } },
    ]);
    expect(first).toBe('near');
    expect(chartViews('weight', 'preterm', preterm, [point({ postMenstrualDays: 320 })]).initial).toBe('whole');
    expect(chartViews('weight', 'preterm', { gestationalAgeDays: 180 }, []).views[0]?.x.from).toBe(189);
  });

  it('of weight-for-length is close to the lengths measured, those shorter than the standard too', () => {
    const { views } = chartViews('weight-for-length', 'who', term, [
      point({ lengthCm: 43.5 }),
      point({ lengthCm: 58 }),
    ]);
    expect(views).toEqual([
      { id: 'near', x: { from: 41, to: 62 } },
      { id: 'whole', x: { from: 41, to: 110 } },
    ]);
  });
});

describe('where one standard takes over from another', () => {
  it('is marked on both charts of a preterm', () => {
    expect(standardMarks('weight', 'who', preterm)).toEqual([{ x: 224, says: 'pretermEnds' }]);
    expect(standardMarks('weight', 'preterm', preterm)).toEqual([{ x: 448, says: 'whoBegins' }]);
    expect(standardMarks('weight', 'who', term)).toEqual([]);
    expect(standardMarks('muac', 'who', preterm)).toEqual([]);
  });

  it('is marked where a length is measured standing', () => {
    expect(standardMarks('length', 'who', term)).toEqual([{ x: 731, says: 'standing' }]);
  });
});
