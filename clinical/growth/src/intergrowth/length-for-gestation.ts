/** Length at birth for gestational age, 24+0 to 42+6 (INTERGROWTH-21st); see newborn-size.ts. */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { newbornLengthTable } from './load-newborn-length.ts';
import { type NewbornMeasure, scoreNewborn } from './newborn-size.ts';

export const newbornLength: NewbornMeasure = {
  id: 'newborn-length',
  measurement: 'length',
  table: newbornLengthTable,
  veryPreterm: (weeks, sex) => ({
    mean: 1.307633 + 1.270022 * weeks + (sex === 'M' ? 0.4263885 : 0),
    sd: Math.sqrt(6.757543),
  }),
  logarithmic: false,
  flags: { below: -6, above: 6 },
};

export const lengthForGestation = (newborn: {
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  readonly lengthCm: number | null;
}): ZScore =>
  scoreNewborn(newbornLength, {
    sex: newborn.sex,
    gestationalAgeDays: newborn.gestationalAgeDays,
    value: newborn.lengthCm,
  });
