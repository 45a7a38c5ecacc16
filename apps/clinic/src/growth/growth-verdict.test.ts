import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { mami } from '../../test/running-mami.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';
import { growthVerdict } from './growth-verdict.ts';
import { muacCutOffs } from './muac-cut-offs.ts';
import { zPlace } from './z-place.ts';

const none: GrowthStory['points'] = { weight: [], length: [], 'weight-for-length': [], head: [], muac: [] };
const on = localDate('2026-02-09');
const verdict = (code: string) =>
  growthVerdict({ conclusion: { code, on, sentence: null }, points: none }, mami).conclusion;

describe('the verdict above the charts', () => {
  it('is the protocol’s word, with an arrow that says the same', () => {
    expect(verdict('adequate')).toMatchObject({ text: { fr: 'gain suffisant' }, trend: 'up', on });
    expect(verdict('poor')).toMatchObject({ text: { fr: 'gain insuffisant' }, trend: 'level' });
    expect(verdict('loss')).toMatchObject({ text: { fr: 'perte de poids' }, trend: 'down' });
    expect(verdict('cannot_judge')).toMatchObject({ trend: null });
  });

  it('has words for every conclusion that the protocol can come to', () => {
    const codes = mami.derived.find(({ name }) => name === 'growth_class')?.values ?? [];
    expect(codes).toContain('adequate');
    for (const code of codes) {
      expect(verdict(code)?.text.fr, code).not.toBe(code);
      expect(verdict(code)?.text.en, code).not.toBe(code);
    }
  });

  it('is marked as awaiting approval while its rules do', () => {
    expect(verdict('adequate')?.aValider).toBe(true);
    expect(verdict('something new')?.aValider).toBe(true);
    const approved = {
      ...mami,
      tables: mami.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({ ...row, status: 'sourced' as const })),
      })),
    };
    expect(
      growthVerdict({ conclusion: { code: 'poor', on, sentence: null }, points: none }, approved).conclusion?.aValider,
    ).toBe(false);
  });

  it('says nothing where the protocol concluded nothing', () => {
    expect(growthVerdict({ conclusion: null, points: none }, mami)).toEqual({
      conclusion: null,
      last: null,
      before: null,
    });
  });
});

describe('a z-score among the lines', () => {
  it.each([
    [-3.01, { kind: 'below', line: -3 }],
    [-3, { kind: 'on', line: -3 }],
    [-2.99, { kind: 'between', line: -3, upper: -2 }],
    [-2, { kind: 'on', line: -2 }],
    [-0.01, { kind: 'between', line: -1, upper: 0 }],
    [0, { kind: 'on', line: 0 }],
    [2.5, { kind: 'between', line: 2, upper: 3 }],
    [3, { kind: 'on', line: 3 }],
    [3.01, { kind: 'above', line: 3 }],
  ])('%d', (z, place) => {
    expect(zPlace(z)).toEqual(place);
  });
});

describe('the cut-off of MUAC on the chart', () => {
  const label = (mm: number) => `${mm} mm`;
  const withValue = (name: string, value: number) => ({
    parameters: mami.parameters.map((parameter) => (parameter.name === name ? { ...parameter, value } : parameter)),
  });

  it('is the protocol’s, from the age at which the tape is read to six months', () => {
    expect(muacCutOffs(mami, label)).toEqual([{ y: 110, label: '110 mm', from: 42, to: 183 }]);
  });

  it('steps where the protocol changes it', () => {
    expect(muacCutOffs(withValue('muac_cut_late_mm', 115), label)).toEqual([
      { y: 110, label: '110 mm', from: 42, to: 49 },
      { y: 115, label: '115 mm', from: 49, to: 183 },
    ]);
  });

  it('is not drawn for a protocol without one', () => {
    expect(muacCutOffs({ parameters: [] }, label)).toEqual([]);
  });
});
