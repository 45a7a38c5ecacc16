/** The data that a growth chart is drawn from: a published standard as a function, with its domain and its lines. */
import type { ValueAtZ } from '@denba/growth/z-score';

export type GrowthChartId =
  | 'weight-for-age'
  | 'length-for-age'
  | 'weight-for-length'
  | 'head-for-age'
  | 'muac-for-age'
  | 'preterm-weight'
  | 'preterm-length'
  | 'preterm-head'
  | 'birth-weight'
  | 'birth-length'
  | 'birth-head';

/** The quantity on the x axis. All are in days, except `length`, which is in cm. */
export type ChartAxis = 'age' | 'postMenstrualAge' | 'gestation' | 'length';

/** Both ends are inclusive. */
export type ChartRange = { readonly from: number; readonly to: number };

/**
 * A line of the chart. `tone` is its distance from the median: 0 the median, 1 for ±1, 2 for ±2 (or the 10th and 90th
 * centile), 3 for the outermost.
 */
export type ChartLine = { readonly z: number; readonly label: string; readonly tone: 0 | 1 | 2 | 3 };

export type ChartStandard = {
  readonly id: GrowthChartId;
  readonly axis: ChartAxis;
  /** Unit of the y values: kg for weights, cm for lengths and heads, mm for MUAC. */
  readonly unit: 'kg' | 'cm' | 'mm';
  /** Ranges of x in which the standard is continuous. Between two it steps, as published, and no line is drawn. */
  readonly parts: readonly ChartRange[];
  /** Sorted from the lowest to the highest. */
  readonly lines: readonly ChartLine[];
  /** The measurement at a z-score; `x` in days or cm. */
  readonly valueAt: (x: number, z: number) => ValueAtZ;
};

/** The lines of the child health card, z = −3 to +3. */
export const zLines: readonly ChartLine[] = [
  { z: -3, label: '−3', tone: 3 },
  { z: -2, label: '−2', tone: 2 },
  { z: -1, label: '−1', tone: 1 },
  { z: 0, label: '0', tone: 0 },
  { z: 1, label: '+1', tone: 1 },
  { z: 2, label: '+2', tone: 2 },
  { z: 3, label: '+3', tone: 3 },
];

/**
 * Size at birth is read in centiles: small is under the 10th. The values are the z-scores of the centiles 3, 10, 90, 97
 * of a normal distribution, to ten decimals.
 */
export const centileLines: readonly ChartLine[] = [
  { z: -1.8807936081, label: 'P3', tone: 3 },
  { z: -1.2815515655, label: 'P10', tone: 2 },
  { z: 0, label: 'P50', tone: 0 },
  { z: 1.2815515655, label: 'P90', tone: 2 },
  { z: 1.8807936081, label: 'P97', tone: 3 },
];
