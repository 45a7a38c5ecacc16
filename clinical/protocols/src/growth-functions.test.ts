import { dateValue, type Value } from '@denba/decisions/value';
import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { growthFunctions } from './growth-functions.ts';
import { growthJudgementFunction, growthJudgementKeys } from './growth-judgement-function.ts';

const { who_waz, who_wlz, who_laz, who_length, who_muacz, ig_weight_z, weight_velocity_z, birth_size_centile } =
  growthFunctions;

describe('growth functions in expressions', () => {
  it('score as WHO publishes, to two decimals (mami.md A.4, case 1)', () => {
    expect(who_waz.call('M', 28, 3305, false)).toBe(-2);
    expect(who_waz.call('M', 28, 3300, false)).toBe(-2.01);
    expect(who_wlz.call('M', 28, 3305, 54, 'lying', false)).toBe(-3.09);
  });

  it('score a preterm infant in both standards (case 8)', () => {
    expect(who_waz.call('M', 56, 2600, false)).toBe(-5.03);
    expect(ig_weight_z.call('M', 224, 56, 2600)).toBe(-1.98);
  });

  it('have no score with oedema, and keep it while oedema is unknown', () => {
    expect(who_waz.call('M', 28, 3305, true)).toBeNull();
    expect(who_waz.call('M', 28, 3305, null)).toBe(-2);
  });

  it('have no score without a measure, an age, a sex, or outside the standard', () => {
    expect(who_waz.call('M', 28, null, false)).toBeNull();
    expect(who_waz.call('M', null, 3305, false)).toBeNull();
    expect(who_waz.call(null, 28, 3305, false)).toBeNull();
    expect(who_wlz.call('M', 28, 2000, 44.9, 'lying', false)).toBeNull();
    expect(who_muacz.call('F', 60, 110)).toBeNull();
  });

  it('know both spellings of a posture', () => {
    expect(who_laz.call('M', 28, 50, 'l')).toBe(who_laz.call('M', 28, 50, 'lying'));
  });

  it('give a length as they read it: standing gains 0.7 cm from nine months on, and nothing before', () => {
    expect(who_length.call(300, 70, 'standing')).toBeCloseTo(70.7, 9);
    expect(who_length.call(300, 70, 'lying')).toBe(70);
    expect(who_length.call(70, 59, 'standing')).toBe(59);
    expect(who_length.call(null, 59, 'standing')).toBe(59);
    expect(who_length.call(300, null, 'standing')).toBeNull();
  });

  it('take the tolerance of a velocity in per cent', () => {
    expect(weight_velocity_z.call('F', 0, 28, 879, 10)).toBeCloseTo(0, 1);
    expect(weight_velocity_z.call('F', 0, 10, 300, 10)).toBeNull();
  });

  it('give a centile of size at birth', () => {
    expect(birth_size_centile.call('M', 280, 3350)).toBeGreaterThan(10);
    expect(birth_size_centile.call('M', null, 3350)).toBeNull();
  });
});

/** Every limit that `growth_judgement` needs, as nested contexts with the value 1. */
const limits = (): Value => {
  const rules: Record<string, Record<string, number>> = {};
  for (const key of growthJudgementKeys()) {
    const [root, rule, name] = key.split('.');
    if (root === 'limits' && rule !== undefined && name !== undefined) rules[rule] = { ...rules[rule], [name]: 1 };
  }
  return rules;
};

const day = (text: string): Value => dateValue(localDate(text));
const judge = (changes: Readonly<Record<string, Value>>): Value =>
  growthJudgementFunction.growth_judgement.call({
    sex: 'F',
    birth_date: day('2026-01-01'),
    birth_weight_g: 3000,
    gestational_age_days: null,
    previous: [{ visit_date: day('2026-02-01'), weight_g: 3600 }],
    visit: { visit_date: day('2026-02-15'), weight_g: 3880 },
    limits: limits(),
    ...changes,
  });

describe('growth_judgement', () => {
  it('judges the visit against the ones before it', () => {
    expect(judge({})).toMatchObject({ gain_g: 280, gain_g_day: 20 });
  });

  it('takes ages for dates', () => {
    const visits = { previous: [{ age_days: 31, weight_g: 3600 }], visit: { age_days: 45, weight_g: 3880 } };
    expect(judge(visits)).toEqual(judge({}));
  });

  it('does not mind the order of earlier visits, nor visits of the future', () => {
    const first = { visit_date: day('2026-01-15'), weight_g: 3100 };
    const [second] = [{ visit_date: day('2026-02-01'), weight_g: 3600 }];
    const later = { visit_date: day('2026-03-01'), weight_g: 9000 };
    expect(judge({ previous: [second, first, later] })).toEqual(judge({ previous: [first, second] }));
  });

  it('judges nothing without a visit, or without a threshold', () => {
    expect(judge({ visit: null })).toBeNull();
    expect(judge({ limits: { ...(limits() as object), gain: {} } })).toBeNull();
    expect(growthJudgementFunction.growth_judgement.call(null)).toBeNull();
  });

  it('says what it cannot judge when nobody came before', () => {
    expect(judge({ previous: null })).toMatchObject({ gain_g: null });
  });
});
