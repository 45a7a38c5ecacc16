/**
 * A number of the protocol, as rules meet it: mostly a plain number; where it is asked how far one may move, a number that
 * notes what it was compared with. Rules compare by these functions: `<` and `>` do not compile.
 */
import type { NotedThreshold } from './noted-threshold.ts';

export type Threshold = number | NotedThreshold;

export const isBelow = (value: number, threshold: Threshold): boolean =>
  value < (typeof threshold === 'number' ? threshold : threshold.partedAfter(value));

export const isAtLeast = (value: number, threshold: Threshold): boolean =>
  value >= (typeof threshold === 'number' ? threshold : threshold.partedAfter(value));

export const isAbove = (value: number, threshold: Threshold): boolean =>
  value > (typeof threshold === 'number' ? threshold : threshold.partedBefore(value));

export const isAtMost = (value: number, threshold: Threshold): boolean =>
  value <= (typeof threshold === 'number' ? threshold : threshold.partedBefore(value));

/** For reckoning with it: whatever else it were, the judgement might be another. */
export const asNumber = (threshold: Threshold): number =>
  typeof threshold === 'number' ? threshold : threshold.reckonedWith();
