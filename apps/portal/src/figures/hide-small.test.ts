/** An attacker who opens every page and subtracts any figures from any others, on generated countries. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cells, hiddenPlaces, type Level, levels, type TreePlace } from './hide-small.ts';

/** Half a year (two quarters of three months) instead of a year, so that the attack does not take long. */
const MONTHS = 6;
const unitsOf: Readonly<Record<Level, readonly (readonly number[])[]>> = {
  month: Array.from({ length: MONTHS }, (_, month) => [month]),
  quarter: [
    [0, 1, 2],
    [3, 4, 5],
  ],
  year: [[0, 1, 2, 3, 4, 5]],
};

type Country = { readonly places: readonly TreePlace[]; readonly counts: ReadonlyMap<string, readonly number[]> };

/** Districts of centres; each centre has a count, possibly zero, for each month. */
const arbitraryCountry: fc.Arbitrary<Country> = fc
  .array(
    fc.array(fc.array(fc.oneof(fc.nat(12), fc.nat(40), fc.constant(0)), { minLength: MONTHS, maxLength: MONTHS }), {
      minLength: 1,
      maxLength: 4,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((districts) => {
    const places: TreePlace[] = [{ id: 'country', parent: null, known: false }];
    const counts = new Map<string, readonly number[]>();
    districts.forEach((centres, district) => {
      places.push({ id: `d${district}`, parent: 'country', known: false });
      centres.forEach((months, centre) => {
        places.push({ id: `d${district}c${centre}`, parent: `d${district}`, known: false });
        counts.set(`d${district}c${centre}`, months);
      });
    });
    return { places, counts };
  });

const leavesOf = ({ counts }: Country, place: string): readonly string[] =>
  [...counts.keys()].filter((leaf) => place === 'country' || leaf === place || leaf.startsWith(`${place}c`));

const numberIn = (country: Country, place: string, months: readonly number[]): number =>
  leavesOf(country, place).reduce(
    (sum, leaf) => sum + months.reduce((all, month) => all + (country.counts.get(leaf)?.[month] ?? 0), 0),
    0,
  );

const cellsIn =
  (country: Country) =>
  (place: string, level: Level): readonly Cells[] =>
    unitsOf[level].map((months) => new Map([['n', numberIn(country, place, months)]]));

/** All figures that a page could show. `row` says which monthly numbers of which centres a figure is the sum of. */
const figuresIn = (country: Country) => {
  const leaves = [...country.counts.keys()];
  return country.places.flatMap(({ id }) =>
    levels.flatMap((level) =>
      unitsOf[level].map((months) => {
        const inside = leavesOf(country, id);
        const row = leaves.flatMap((leaf) =>
          Array.from({ length: MONTHS }, (_, month) => (inside.includes(leaf) && months.includes(month) ? 1 : 0)),
        );
        return { place: id, level, row, value: numberIn(country, id, months) };
      }),
    ),
  );
};

/**
 * Subtracts the rows of a basis in echelon form. A row that becomes zero can be derived from the basis by adding and
 * subtracting.
 */
const reduced = (
  row: readonly number[],
  basis: readonly { readonly lead: number; readonly row: readonly number[] }[],
) => {
  let left = [...row];
  for (const { lead, row: other } of basis) {
    const factor = (left[lead] ?? 0) / (other[lead] ?? 1);
    if (factor !== 0) left = left.map((one, at) => one - factor * (other[at] ?? 0));
  }
  return left.map((one) => (Math.abs(one) < 1e-7 ? 0 : one));
};

const canBeDerived = (seen: readonly (readonly number[])[]) => {
  const basis: { readonly lead: number; readonly row: readonly number[] }[] = [];
  for (const row of seen) {
    const left = reduced(row, basis);
    const lead = left.findIndex((one) => one !== 0);
    if (lead >= 0) basis.push({ lead, row: left });
  }
  return (row: readonly number[]): boolean => reduced(row, basis).every((one) => one === 0);
};

type Hidden = ReturnType<typeof hiddenPlaces>;
const foundOut = (country: Country, hidden: Hidden | null): number => {
  const figures = figuresIn(country);
  const isShown = ({ place, level, value }: (typeof figures)[number]): boolean =>
    hidden === null ? value === 0 || value >= 5 : !hidden[level].has(place);
  const derive = canBeDerived(figures.filter(isShown).map(({ row }) => row));
  return figures.filter(({ value, row }) => value > 0 && value < 5 && derive(row)).length;
};

const hiddenIn = (country: Country): Hidden => hiddenPlaces(country.places, new Set(['country']), cellsIn(country));

describe('an attacker who subtracts everything from everything', () => {
  it('finds no small number, whatever the country', () => {
    fc.assert(
      fc.property(arbitraryCountry, (country) => {
        expect(foundOut(country, hiddenIn(country))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('finds many where each page hides its own small numbers only: he is no weak attacker', () => {
    const countries = fc.sample(arbitraryCountry, { numRuns: 40, seed: 5 });
    expect(countries.filter((country) => foundOut(country, null) > 0).length).toBeGreaterThan(15);
  });
});

describe('what is hidden', () => {
  const months = (...all: readonly number[]): readonly number[] => all;
  const district = (counts: Readonly<Record<string, readonly number[]>>): Country => ({
    places: [
      { id: 'country', parent: null, known: false },
      ...Object.keys(counts).map((id) => ({ id, parent: 'country', known: false })),
    ],
    counts: new Map(Object.entries(counts)),
  });

  it('is nothing where no number is small', () => {
    const country = district({ d0c0: months(9, 9, 9, 9, 9, 9), d0c1: months(6, 6, 0, 6, 6, 6) });
    expect(hiddenIn(country).month.size).toBe(0);
  });

  it('is a small place, and beside it the smallest of the others; the large ones stay', () => {
    const country = district({
      ...{ d0c0: months(2, 0, 0, 9, 9, 9), d0c1: months(9, 9, 9, 9, 9, 9), d0c2: months(30, 30, 30, 30, 30, 30) },
    });
    const hidden = hiddenIn(country);
    expect([...hidden.month].sort()).toEqual(['d0c0', 'd0c1']);
    expect([...hidden.quarter].sort()).toEqual(['d0c0', 'd0c1']);
    expect(hidden.year.size).toBe(0);
  });

  it('is never a place whose register she reads anyway', () => {
    const country = district({ d0c0: months(2, 2, 2, 2, 2, 2), d0c1: months(9, 9, 9, 9, 9, 9) });
    const places = country.places.map((place) => ({ ...place, known: place.id === 'd0c0' }));
    expect(hiddenPlaces(places, new Set(['country']), cellsIn(country)).month.size).toBe(0);
  });
});
