/**
 * A number of the protocol as the rules of growth use it: usually a plain number, or a `NotedThreshold` when somebody asks
 * how far it may move. Rules compare through these functions; `<` and `>` on a threshold do not compile.
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

/** The value, for arithmetic. Any other value might change the judgement, so the threshold may then not move at all. */
export const asNumber = (threshold: Threshold): number =>
  typeof threshold === 'number' ? threshold : threshold.reckonedWith();
