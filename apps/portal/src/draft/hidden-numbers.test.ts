import { describe, expect, it } from 'vitest';
import { hiddenParts, isHidden } from './hidden-numbers.ts';

const part = (base: number, draft: number, open = false) => ({ base, draft, open });

describe('a pair of numbers', () => {
  it('is hidden when either of them or their difference is of one to four', () => {
    expect([part(0, 0), part(5, 5), part(20, 30)].map(isHidden)).toEqual([false, false, false]);
    expect([part(4, 4), part(0, 1), part(20, 22), part(20, 18)].map(isHidden)).toEqual([true, true, true, true]);
  });
});

describe('parts of a sum that is shown', () => {
  it('are not hidden alone: the smallest of the others goes with it', () => {
    expect(hiddenParts([part(3, 3), part(40, 50), part(10, 20), part(0, 0)])).toEqual([true, false, true, false]);
  });

  it('are hidden as they are when two or more are', () => {
    expect(hiddenParts([part(3, 3), part(2, 2), part(10, 20)])).toEqual([true, true, false]);
  });

  it('are shown to whoever may open their register', () => {
    expect(hiddenParts([part(3, 3, true), part(1, 2, true)])).toEqual([false, false]);
  });
});
