/** Weight at birth for gestational age, 24+0 to 42+6 (INTERGROWTH-21st); see newborn-size.ts. */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { newbornWeightTable } from './load-newborn-weight.ts';
import { type NewbornMeasure, scoreNewborn } from './newborn-size.ts';

export const newbornWeight: NewbornMeasure = {
  id: 'newborn-weight',
  measurement: 'weight',
  table: newbornWeightTable,
  veryPreterm: (weeks, sex) => ({
    mean: -7.00303 + 1.325911 * Math.sqrt(weeks) + (sex === 'M' ? 0.0571937 : 0),
    sd: Math.sqrt(0.0373218),
  }),
  logarithmic: true,
  flags: { below: -6, above: 5 },
};

export const weightForGestation = (newborn: {
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  readonly weightKg: number | null;
}): ZScore =>
  scoreNewborn(newbornWeight, {
    sex: newborn.sex,
    gestationalAgeDays: newborn.gestationalAgeDays,
    value: newborn.weightKg,
  });
