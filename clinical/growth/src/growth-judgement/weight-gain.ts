import { cannotJudge, type Judgement, judged, type Weighing } from './judgement.ts';
import { isBelow, type Threshold } from './threshold.ts';

export type WeightGain = {
  readonly gainG: number;
  readonly days: number;
  readonly gPerDay: number;
  /** Per kilogram of the mean of the two weights (mami.md §6.3 states this formula). */
  readonly gPerKgPerDay: number;
  /** The interval is so short that the figures may be displayed but not judged. */
  readonly displayOnly: boolean;
};

/**
 * The gain between two weighings. Under `minDays` it is for display only; for two weighings on the same day there is
 * none.
 */
export const weightGain = (
  from: Weighing,
  to: Weighing,
  limits: { readonly minDays: Threshold },
): Judgement<WeightGain> => {
  const days = to.ageDays - from.ageDays;
  if (!(days > 0)) return cannotJudge('intervalTooShort');
  const gainG = to.weightG - from.weightG;
  const meanKg = (from.weightG + to.weightG) / 2000;
  return judged({
    gainG,
    days,
    gPerDay: gainG / days,
    gPerKgPerDay: gainG / days / meanKg,
    displayOnly: isBelow(days, limits.minDays),
  });
};
