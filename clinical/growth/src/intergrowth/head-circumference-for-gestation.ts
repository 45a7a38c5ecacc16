/** Head circumference at birth for gestational age, 24+0 to 42+6 (INTERGROWTH-21st); see newborn-size.ts. */
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';
import { newbornHeadTable } from './load-newborn-head.ts';
import { type NewbornMeasure, scoreNewborn } from './newborn-size.ts';

export const newbornHead: NewbornMeasure = {
  id: 'newborn-head',
  measurement: 'headCircumference',
  table: newbornHeadTable,
  veryPreterm: (weeks, sex) => ({
    mean: 0.7866522 + 0.887638 * weeks + (sex === 'M' ? 0.2513385 : 0),
    sd: Math.sqrt(2.433481),
  }),
  logarithmic: false,
  flags: { below: -5, above: 5 },
};

export const headCircumferenceForGestation = (newborn: {
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  readonly headCircumferenceCm: number | null;
}): ZScore =>
  scoreNewborn(newbornHead, {
    sex: newborn.sex,
    gestationalAgeDays: newborn.gestationalAgeDays,
    value: newborn.headCircumferenceCm,
  });
