/**
 * Weight-length ratio at birth (kg/m) for gestational age, 24+0 to 42+6: body proportion of a newborn, for whom no
 * weight-for-length standard exists. INTERGROWTH-21st: Villar et al., Pediatr Res 2017; very preterm equation under
 * 33+0. Flagged beyond ±5, as weight-for-length.
 */
import { judgeMeasurement, scored } from '../reason-code.ts';
import type { Sex } from '../sex.ts';
import type { ZScore } from '../z-score.ts';

export const weightLengthRatioForGestation = (newborn: {
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  readonly weightKg: number | null;
  readonly lengthCm: number | null;
}): ZScore => {
  const { sex, gestationalAgeDays } = newborn;
  if (sex === null) return { kind: 'missing', what: 'sex' };
  const measured = [['weight', newborn.weightKg] as const, ['length', newborn.lengthCm] as const];
  for (const [what, value] of measured) {
    const judged = judgeMeasurement(value ?? Number.NaN);
    if (judged === 'missing') return { kind: 'missing', what };
    if (judged === 'implausible') return { kind: 'implausible', what, value: value ?? Number.NaN };
  }
  if (gestationalAgeDays === null || Number.isNaN(gestationalAgeDays))
    return { kind: 'missing', what: 'gestationalAge' };
  if (!(gestationalAgeDays >= 168 && gestationalAgeDays <= 300)) {
    return { kind: 'outOfRange', what: 'gestationalAge', value: gestationalAgeDays };
  }
  const { mean, sd } = ratioAt(gestationalAgeDays / 7, sex);
  const ratio = (newborn.weightKg ?? 0) / ((newborn.lengthCm ?? 0) / 100);
  return scored((ratio - mean) / sd, { below: -5, above: 5 });
};

/** Mean and SD of the ratio at `w` weeks of gestation; the equations from 33 weeks on are separate by sex. */
export const ratioAt = (w: number, sex: Sex): { readonly mean: number; readonly sd: number } => {
  if (w < 33) {
    const mean = 3.400617 - 0.0103163 * w ** 2 + 0.0003407 * w ** 3 + (sex === 'M' ? 0.1382809 : 0);
    return { mean, sd: Math.sqrt(0.3570057) };
  }
  const ln = Math.log(w);
  return sex === 'M'
    ? { mean: -17.84615 - 3778.768 / w + (1291.477 * ln) / w, sd: 1.01047 - 0.0080948 * w }
    : { mean: -5.542927 + 0.0018926 * w ** 3 - 0.0004614 * w ** 3 * ln, sd: 0.6806229 };
};
