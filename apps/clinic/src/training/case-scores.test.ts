import { describe, expect, it } from 'vitest';
import { readScores, totalOf, withScore } from './case-scores.ts';

describe('scores of the cases', () => {
  it('keep the best of several tries, and how often it was tried', () => {
    const scores = withScore(withScore(withScore({}, 'C1', 1, 3), 'C1', 3, 3), 'C1', 2, 3);
    expect(scores['C1']).toEqual({ best: 3, last: 2, outOf: 3, times: 3 });
  });
  it('add up over the cases that there are now', () => {
    const scores = withScore(withScore({}, 'C1', 2, 3), 'gone', 3, 3);
    expect(totalOf(scores, ['C1', 'C2'])).toEqual({ points: 2, outOf: 3, done: 1 });
  });
  it('leave out what is not a score', () => {
    expect(readScores(null)).toEqual({});
    expect(readScores([1])).toEqual({});
    expect(readScores({ C1: { best: 1, last: 1, outOf: 3, times: 1 }, C2: 'x', C3: { best: 'a' } })).toEqual({
      C1: { best: 1, last: 1, outOf: 3, times: 1 },
    });
  });
});
