/**
 * Growth velocity between two measurements. WHO Child Growth Standards: growth velocity, 2009.
 *
 * WHO gives a gain for windows of age (0–4 weeks, 4 weeks–2 months, 2–3 months…). Real visits do not coincide with
 * them, so: the interval nearest to the one measured is taken, if it is within `tolerance` of it (a fraction: 0.25 is
 * ±25 %; a six-week gain is never read in a one-month table); the gain is prorated to the length of the window; and z
 * is interpolated by exact days between the two windows whose middles lie around the child's. Two measurements at a
 * window's own ends give that window's z. This rule is ours: WHO's text on irregular intervals was not found (growth.md
 * §1.6).
 *
 * Weight: WHO's constant is added to the gain before the power, and the restricted form is used beyond ±3, as in
 * attained weight. Length and head: plain LMS; a measurement that shrank has no z. One low velocity is no diagnosis.
 */
import { DAYS_PER_MONTH } from '@denba/quantities/days-per-month';
import { restrictedValueAt, restrictedZScore, valueAt, zScore, zScoreBelowSd3 } from '../lms-method.ts';
import { LARGEST_MEASUREMENT, roundedZ } from '../reason-code.ts';
import type { Sex } from '../sex.ts';
import type { VelocityInterval, VelocityTable, VelocityWindow } from '../velocity-table.ts';

export type VelocityMeasure = { readonly table: VelocityTable; readonly kind: 'weight' | 'size' };

export type VisitInterval = {
  readonly sex: Sex | null;
  readonly fromAgeDays: number | null;
  readonly toAgeDays: number | null;
  /** How far the measured interval may be from one of WHO's, as a fraction of WHO's. */
  readonly tolerance: number;
  /** Use only this interval (1, 2, 3, 4 or 6 months); when omitted, the nearest one. */
  readonly months?: number;
};

export type VelocityScore =
  | {
      readonly kind: 'scored';
      readonly z: number;
      readonly raw: number;
      readonly months: number;
      /** The window, or the two windows, in which z was read. */
      readonly windows: readonly VelocityWindow[];
    }
  | { readonly kind: 'cannotJudge'; readonly reason: VelocityRefusal };

export type VelocityRefusal =
  | 'noSex'
  | 'noAge'
  | 'noGain'
  | 'gainImplausible'
  | 'intervalTooShort'
  | 'intervalTooLong'
  | 'intervalBetweenTables'
  | 'ageOutOfRange';

export const scoreVelocity = (
  measure: VelocityMeasure,
  input: VisitInterval,
  /** Grams for weight, centimetres for length and head. */
  gain: number | null,
): VelocityScore => {
  const { sex, fromAgeDays, toAgeDays } = input;
  if (sex === null) return cannotJudge('noSex');
  if (fromAgeDays === null || toAgeDays === null || !(fromAgeDays >= 0) || !(toAgeDays >= 0))
    return cannotJudge('noAge');
  if (gain === null || Number.isNaN(gain)) return cannotJudge('noGain');
  if (!(Math.abs(gain) < LARGEST_MEASUREMENT)) return cannotJudge('gainImplausible');
  if (measure.kind === 'size' && gain < 0) return cannotJudge('gainImplausible');
  const days = toAgeDays - fromAgeDays;
  if (!(days > 0)) return cannotJudge('intervalTooShort');
  const interval = intervalFor(measure.table[sex], days, fromAgeDays + days / 2, input);
  if (typeof interval === 'string') return cannotJudge(interval);
  const around = windowsAround(interval.windows, fromAgeDays + days / 2);
  const raw = around.reduce(
    (sum, { window, weight }) => sum + weight * zOfGain(measure.kind, window, (gain * lengthOf(window)) / days),
    0,
  );
  // With a tolerance of 1 or more the interval may be so short that the prorated gain has no meaningful z.
  if (!(Math.abs(raw) < LARGEST_MEASUREMENT)) return cannotJudge('gainImplausible');
  return {
    kind: 'scored',
    z: roundedZ(raw),
    raw,
    months: interval.months,
    windows: around.map(({ window }) => window),
  };
};

/** z of a gain over exactly this window. */
export const zOfGain = (kind: VelocityMeasure['kind'], { l, m, s, delta }: VelocityWindow, gain: number): number => {
  const y = gain + delta;
  if (kind === 'size') return zScore(y, l, m, s);
  return y > 0 ? restrictedZScore(y, l, m, s) : zScoreBelowSd3(y, l, m, s);
};

/** The gain at `z` in this window; for length and head never below 0, where WHO's lowest lines end. */
export const gainAtZ = (kind: VelocityMeasure['kind'], { l, m, s, delta }: VelocityWindow, z: number): number => {
  if (kind === 'weight') return restrictedValueAt(z, l, m, s) - delta;
  return 1 + l * s * z > 0 ? valueAt(z, l, m, s) : 0;
};

const cannotJudge = (reason: VelocityRefusal): VelocityScore => ({ kind: 'cannotJudge', reason });

const lengthOf = (window: VelocityWindow): number => window.endDays - window.startDays;
const middleOf = (window: VelocityWindow): number => (window.startDays + window.endDays) / 2;

/** The interval whose table is read: the nearest among those that cover this age; or the reason why there is none. */
const intervalFor = (
  intervals: readonly VelocityInterval[],
  days: number,
  middle: number,
  { tolerance, months }: VisitInterval,
): VelocityInterval | VelocityRefusal => {
  let nearest: VelocityInterval | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const interval of intervals) {
    if ((months !== undefined && interval.months !== months) || !reaches(interval, middle, tolerance)) continue;
    shortest = Math.min(shortest, interval.months * DAYS_PER_MONTH);
    longest = Math.max(longest, interval.months * DAYS_PER_MONTH);
    if (nearest === undefined || departure(interval, days) < departure(nearest, days)) nearest = interval;
  }
  if (nearest === undefined) return 'ageOutOfRange';
  if (departure(nearest, days) <= tolerance) return nearest;
  if (days < shortest) return 'intervalTooShort';
  return days > longest ? 'intervalTooLong' : 'intervalBetweenTables';
};

/**
 * Whether the middle of the child's interval lies within the range of the windows' middles, give or take the tolerance.
 */
const reaches = ({ months, windows }: VelocityInterval, middle: number, tolerance: number): boolean => {
  const slack = tolerance * months * DAYS_PER_MONTH;
  const first = windows[0];
  const last = windows.at(-1);
  return (
    first !== undefined && last !== undefined && middle >= middleOf(first) - slack && middle <= middleOf(last) + slack
  );
};

/** How far a number of days is from an interval, as a fraction of it. */
const departure = ({ months }: VelocityInterval, days: number): number =>
  Math.abs(days / (months * DAYS_PER_MONTH) - 1);

/**
 * The window whose middle is the child's (or the outermost one beyond the ends); otherwise the two windows around it,
 * weighted by exact days.
 */
const windowsAround = (
  windows: readonly VelocityWindow[],
  middle: number,
): readonly { readonly window: VelocityWindow; readonly weight: number }[] => {
  const before = windows.findLast((window) => middleOf(window) <= middle);
  const after = windows.find((window) => middleOf(window) >= middle);
  if (before === undefined || after === undefined || before === after) {
    const window = before ?? after;
    return window === undefined ? [] : [{ window, weight: 1 }];
  }
  const share = (middle - middleOf(before)) / (middleOf(after) - middleOf(before));
  return [
    { window: before, weight: 1 - share },
    { window: after, weight: share },
  ];
};
