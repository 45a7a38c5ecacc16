import { describe, expect, it } from 'vitest';
import type { PortalPlace } from '../place/place-tree.ts';
import { populationOf } from './population.ts';

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
