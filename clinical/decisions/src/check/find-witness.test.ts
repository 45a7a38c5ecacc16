import { describe, expect, it } from 'vitest';
import { type Constraint, findWitness } from './find-witness.ts';

const is = (axis: number, index: number): Constraint => ({ axes: [axis], holds: (chosen) => chosen[axis] === index });

describe('searching for inputs', () => {
  it('finds one that makes a row hold and another not, and leaves the rest open', () => {
    const search = { sizes: [2, 2, 2], required: [[is(0, 1)]], forbidden: [[is(0, 1), is(1, 0)]] };
    expect(findWitness(search)).toEqual({ kind: 'found', witness: [1, 1, null] });
  });

  it('finds none only when there is none', () => {
    expect(findWitness({ sizes: [2], required: [], forbidden: [[is(0, 0)], [is(0, 1)]] })).toEqual({ kind: 'none' });
    expect(findWitness({ sizes: [0], required: [[is(0, 0)]], forbidden: [] })).toEqual({ kind: 'none' });
  });

  it('says that it gave up, rather than that there is none', () => {
    const forbidden = [0, 1, 2, 3].flatMap((axis) => [
      [is(axis, 0), is(axis + 1, 1)],
      [is(axis, 1), is(axis + 1, 0)],
    ]);
    const search = { sizes: [2, 2, 2, 2, 2], required: [], forbidden: [...forbidden, [is(0, 0)], [is(0, 1)]] };
    expect(findWitness(search, 3)).toEqual({ kind: 'capped' });
    expect(findWitness(search)).toEqual({ kind: 'none' });
  });
});
