import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PortalPlace } from '../place/place-tree.ts';
import { MOST_ON_MAP, placesOnMap, whereIs } from './places-on-map.ts';

const nowhere = { latitude: null, longitude: null };
const country: PortalPlace = { id: 'pays', parent: null, kind: 'country', name: 'Pays', path: 'pays/', ...nowhere };
const within = (above: PortalPlace, id: string, kind: PortalPlace['kind']): PortalPlace => ({
  ...{ id, parent: above.id, kind, name: id, path: `${above.path}${id}/` },
  ...nowhere,
});

/**
 * Regions of districts with the given numbers of centres; each region also has a hospital, and one without districts
 * has nothing else.
 */
const treeOf = (regions: readonly (readonly number[])[]): readonly PortalPlace[] =>
  regions.flatMap((districts, r) => {
    const region = within(country, `r${r}`, 'region');
    return [
      region,
      within(region, `r${r}h`, 'hospital'),
      ...districts.flatMap((centres, d) => {
        const district = within(region, `r${r}d${d}`, 'district');
        return [
          district,
          ...Array.from({ length: centres }, (_, c) => within(district, `${district.id}c${c}`, 'health_centre')),
        ];
      }),
    ];
  });

describe('a map', () => {
  it('of a district shows its centres', () => {
    const [region, , district, ...centres] = treeOf([[20]]);
    expect(district && placesOnMap(district, [district, ...centres])).toEqual({ kind: 'centres', places: centres });
    expect(region?.kind).toBe('region');
  });

  it('of a country of a thousand centres shows its districts, and a hospital that lies in none', () => {
    const inside = [country, ...treeOf(Array.from({ length: 10 }, () => [20, 20, 20, 20, 20]))];
    const { kind, places } = placesOnMap(country, inside);
    expect(kind).toBe('areas');
    expect(places.filter((one) => one.kind === 'district')).toHaveLength(50);
    expect(places.filter((one) => one.kind === 'hospital')).toHaveLength(10);
    expect(places).toHaveLength(60);
  });

  it('shows every centre once, alone or in what it lies in, whatever the country', () => {
    const arbitraryTree = fc.array(fc.array(fc.nat(30), { maxLength: 6 }), { minLength: 1, maxLength: 6 }).map(treeOf);
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const { places } = placesOnMap(country, [country, ...tree]);
        expect(places.length).toBeLessThanOrEqual(MOST_ON_MAP);
        for (const centre of tree.filter(({ kind }) => kind === 'health_centre' || kind === 'hospital'))
          expect(places.filter(({ path }) => centre.path.startsWith(path))).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('where a place lies', () => {
  const [region, , district, near, far] = treeOf([[2]]) as readonly [
    ...[PortalPlace, PortalPlace, PortalPlace, PortalPlace, PortalPlace],
  ];
  const at = (place: PortalPlace, latitude: number, longitude: number) => ({ ...place, latitude, longitude });

  it('is what was said of it, else the middle of what is known in it, else not known', () => {
    expect(whereIs(at(district, 12, -8), [at(near, 13, -7)])).toEqual({ latitude: 12, longitude: -8 });
    expect(whereIs(district, [region, district, at(near, 13, -7), at(far, 14, -8)])).toEqual({
      ...{ latitude: 13.5, longitude: -7.5 },
    });
    expect(whereIs(district, [region, district, near, far])).toBeNull();
  });
});
