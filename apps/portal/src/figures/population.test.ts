import { describe, expect, it } from 'vitest';
import type { PortalPlace } from '../place/place-tree.ts';
import { type Declared, hasBegunIn, peopleDuring, populationOf } from './population.ts';

const place = (id: string, parent: string | null, kind: PortalPlace['kind'] = 'health_centre'): PortalPlace => ({
  ...{
    id,
    parent,
    kind,
    name: id,
    path: parent === null ? `${id}/` : `${parent}/${id}/`,
    latitude: null,
    longitude: null,
  },
});
const kati = place('kati', null, 'district');
const siby = place('siby', 'kati');
const kalaban = place('kalaban', 'kati');
const hospital = place('csref', 'kati', 'hospital');
const places = [kati, siby, kalaban, hospital];
const since = (begun: Readonly<Record<string, string>>) => new Map(Object.entries(begun));
const declare = (id: string, year: number, population: number) => ({ place: id, year, population });

describe('the population of a place', () => {
  it('is the last one declared until that year, else the first after', () => {
    const declared = [declare('siby', 2024, 7000), declare('siby', 2027, 7600)];
    expect(populationOf(places, declared, 2026)(siby)).toBe(7000);
    expect(populationOf(places, declared, 2023)(siby)).toBe(7000);
    expect(populationOf(places, declared, 2028)(siby)).toBe(7600);
  });

  it('of a district is the sum of its centres, for which a hospital has none of its own', () => {
    const declared = [declare('siby', 2026, 7000), declare('kalaban', 2026, 12_000)];
    expect(populationOf(places, declared, 2026)(kati)).toBe(19_000);
  });

  it('is not known when that of one centre is not: half a district is not a district', () => {
    expect(populationOf(places, [declare('siby', 2026, 7000)], 2026)(kati)).toBeNull();
  });

  it('that was declared goes before the sum', () => {
    expect(populationOf(places, [declare('kati', 2026, 90_000), declare('siby', 2026, 7000)], 2026)(kati)).toBe(90_000);
  });
});

describe('infants who are expected over a period', () => {
  const declared = [declare('siby', 2025, 10_000), declare('siby', 2026, 20_000)];
  const expected = (from: string, to: string, today = '2026-11-27') =>
    peopleDuring(
      { places: [siby], declared, begun: since({ siby: '2024-01' }) },
      { from, to },
      today,
    )('infants_0_5_months', siby);

  it('are those of each month, by the people of its own year', () => {
    const months = ['2025-11', '2025-12', '2026-01'].map((month) => expected(month, month) ?? Number.NaN);
    expect(expected('2025-11', '2026-01')).toBeCloseTo(
      months.reduce((sum, one) => sum + one, 0),
      9,
    );
    expect(expected('2025-11', '2026-01')).toBeCloseTo(2 * 192.2 + 384.4, 9);
  });

  it('are those of the months that have begun', () => {
    expect(expected('2026-01', '2026-12')).toBeCloseTo(11 * 384.4, 9);
    expect(expected('2027-01', '2027-03')).toBe(0);
  });

  it('are not known where nobody said how many people there are, also of a period to come', () => {
    const nobody = peopleDuring(
      { places: [siby], declared: [], begun: since({ siby: '2024-01' }) },
      { from: '2027-01', to: '2027-03' },
      '2026-11-27',
    );
    expect(nobody('infants_0_5_months', siby)).toBeNull();
  });
});

describe('infants who are expected of centres that began one after the other', () => {
  const declared = [declare('siby', 2026, 10_000), declare('kalaban', 2026, 20_000)];
  const expected = (asked: PortalPlace, from: string, to: string, more: readonly Declared[] = [], begun = steps) =>
    peopleDuring(
      { places, declared: [...declared, ...more], begun },
      { from, to },
      '2026-11-27',
    )('infants_0_5_months', asked);
  const steps = since({ siby: '2026-03', kalaban: '2026-05' });

  it('are none before the month in which each began, and all from it on', () => {
    expect(expected(siby, '2026-02', '2026-02')).toBe(0);
    expect(expected(siby, '2026-01', '2026-04')).toBeCloseTo(2 * 192.2, 9);
  });

  it('of the district are those of the centres that had begun in each month', () => {
    expect(expected(kati, '2026-02', '2026-02')).toBe(0);
    expect(expected(kati, '2026-04', '2026-05')).toBeCloseTo(192.2 + (192.2 + 384.4), 9);
  });

  it('are the same share of a population that was declared of the whole district', () => {
    const whole = [declare('kati', 2026, 33_000)];
    expect(expected(kati, '2026-04', '2026-04', whole)).toBeCloseTo(192.2 * 1.1, 9);
    expect(expected(kati, '2026-05', '2026-05', whole)).toBeCloseTo(192.2 * 3.3, 9);
  });

  it('are all of the district from its first centre on where the people of one centre are not known', () => {
    const only = [declare('kati', 2026, 33_000), declare('siby', 2026, 10_000)];
    const asked = { places, declared: only, begun: steps };
    const april = peopleDuring(asked, { from: '2026-04', to: '2026-04' }, '2026-11-27');
    expect(april('infants_0_5_months', kati)).toBeCloseTo(192.2 * 3.3, 9);
    const february = peopleDuring(asked, { from: '2026-02', to: '2026-02' }, '2026-11-27');
    expect(february('infants_0_5_months', kati)).toBe(0);
  });

  it('are those of a centre from the month on in which one of its sites began', () => {
    const site = place('site', 'siby', 'site');
    const began = peopleDuring(
      { places: [siby, site], declared, begun: since({ site: '2026-02' }) },
      { from: '2026-02', to: '2026-02' },
      '2026-11-27',
    );
    expect(began('infants_0_5_months', siby)).toBeCloseTo(192.2, 9);
  });

  it('have begun where something that lies in the place has', () => {
    const csref = place('csref', 'kati/', 'hospital');
    const begun = hasBegunIn([kati, siby, { ...csref, path: 'kati/csref/' }], since({ csref: '2026-02' }));
    expect([begun(kati, '2026-01'), begun(kati, '2026-02'), begun(siby, '2026-11')]).toEqual([false, true, false]);
  });
});
