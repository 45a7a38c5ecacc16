import type { Figure } from '@denba/indicators/figure/figure';
import { describe, expect, it } from 'vitest';
import { hideDerivable } from './hide-derivable.ts';

const shown = (denominator: number): Figure => ({
  ...{ indicator: 'X', numerator: 5, denominator, unknown: 0, value: 50, interval: null, why: null, parts: [] },
});
const tooFew: Figure = { ...shown(0), numerator: 0, denominator: null, value: null, why: 'tooFew' };
const empty: Figure = { ...shown(0), numerator: 0, denominator: 0, value: null, why: 'nothingToCount' };

describe('one hidden part among others', () => {
  it('takes the smallest of the others with it: else it is the sum less the others', () => {
    expect(hideDerivable([shown(90), tooFew, shown(12), empty]).map(({ why }) => why)).toEqual([
      ...[null, 'tooFew', 'tooFew', 'nothingToCount'],
    ]);
  });

  it('leaves nothing of what is hidden', () => {
    expect(hideDerivable([tooFew, shown(12)])[1]).toMatchObject({ numerator: 0, denominator: null, value: null });
  });

  it('stays alone when two are hidden already, or none', () => {
    const two = [tooFew, tooFew, shown(12)];
    expect(hideDerivable(two)).toEqual(two);
    expect(hideDerivable([shown(9), shown(12)])).toEqual([shown(9), shown(12)]);
  });
});
