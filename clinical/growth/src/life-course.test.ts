import { describe, expect, it } from 'vitest';
import { lengthForGestation } from './intergrowth/length-for-gestation.ts';
import { weightForGestation } from './intergrowth/weight-for-gestation.ts';
import { headCircumferenceForLife, lengthForLife, weightForLengthForLife, weightForLife } from './life-course.ts';
import { isBirthMeasure, lifeCourseStandard } from './life-course-standard.ts';
import { weightForAge } from './who/weight-for-age.ts';
import { weightForLength } from './who/weight-for-length.ts';

const moment = { gestationalAgeDays: 280, ageDays: 0, birthMeasure: false };
const standardOf = (change: Partial<Parameters<typeof lifeCourseStandard>[0]>) => {
  const answer = lifeCourseStandard({ ...moment, ...change });
  return answer.kind === 'standard' ? answer.standard : answer.because;
};

describe('the standard for a moment of life', () => {
  it('is newborn size at birth from 24+0 to 42+6', () => {
    const birth = (gestationalAgeDays: number) => standardOf({ gestationalAgeDays, birthMeasure: true });
    expect([167, 168, 300, 301].map(birth)).toEqual(['bornBefore24Weeks', 'IG-NBS', 'IG-NBS', 'WHO']);
  });

  it('is WHO after birth for a child born at term, 259 days on', () => {
    expect([258, 259].map((gestationalAgeDays) => standardOf({ gestationalAgeDays, ageDays: 10 }))).toEqual([
      'IG-PNG',
      'WHO',
    ]);
  });

  it('is preterm growth to 64+0 of post-menstrual age, WHO from the day after', () => {
    const at = (postMenstrualDays: number) => standardOf({ gestationalAgeDays: 224, ageDays: postMenstrualDays - 224 });
    expect([448, 449].map(at)).toEqual(['IG-PNG', 'WHO']);
  });

  it('is none for a preterm infant before 27 weeks, once born', () => {
    const at = (postMenstrualDays: number) => standardOf({ gestationalAgeDays: 175, ageDays: postMenstrualDays - 175 });
    expect([188, 189].map(at)).toEqual(['pretermBefore27Weeks', 'IG-PNG']);
  });

  it('is WHO, and says why, when gestation is unknown; none when the age is', () => {
    expect(lifeCourseStandard({ ...moment, gestationalAgeDays: null })).toEqual({
      kind: 'standard',
      standard: 'WHO',
      because: 'gestationalAgeUnknown',
    });
    expect(standardOf({ ageDays: null })).toBe('ageUnknown');
    expect(standardOf({ ageDays: -1 })).toBe('ageNegative');
  });
});

describe('a birth measure', () => {
  it('is the earliest of the child, under three days', () => {
    expect([isBirthMeasure(0, [0, 7]), isBirthMeasure(2.9, [2.9, 7]), isBirthMeasure(3, [3, 7])]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isBirthMeasure(1, [0, 1]), isBirthMeasure(0, [0, 0, 7])]).toEqual([false, true]);
  });
});

describe('a score over a life', () => {
  const preterm = { sex: 'M', gestationalAgeDays: 224, birthMeasure: false } as const;

  it('shows a boy of 32 weeks at −1.98 by INTERGROWTH where WHO says −5.03', () => {
    const { standard, score } = weightForLife({ ...preterm, ageDays: 56, weightKg: 2.6 });
    expect(standard).toMatchObject({ standard: 'IG-PNG' });
    expect(score).toMatchObject({ z: -1.98 });
    expect(weightForAge({ sex: 'M', ageDays: 56, weightKg: 2.6 })).toMatchObject({ z: -5.03 });
  });

  it('is that of the standard it names', () => {
    const birth = { sex: 'F', gestationalAgeDays: 270, ageDays: 0, birthMeasure: true } as const;
    expect(weightForLife({ ...birth, weightKg: 3 }).score).toEqual(weightForGestation({ ...birth, weightKg: 3 }));
    expect(lengthForLife({ ...birth, lengthCm: 48, measured: 'lying' }).score).toEqual(
      lengthForGestation({ ...birth, lengthCm: 48 }),
    );
    const later = { ...birth, ageDays: 60, birthMeasure: false } as const;
    const measures = { weightKg: 4.8, lengthCm: 56, measured: 'lying' } as const;
    expect(weightForLengthForLife({ ...later, ...measures }).score).toEqual(weightForLength({ ...later, ...measures }));
    expect(headCircumferenceForLife({ ...later, headCircumferenceCm: 38 }).standard).toMatchObject({ standard: 'WHO' });
  });

  it('has no weight-for-length at birth', () => {
    const { score } = weightForLengthForLife({
      sex: 'F',
      gestationalAgeDays: 270,
      ageDays: 0,
      birthMeasure: true,
      weightKg: 3,
      lengthCm: 48,
      measured: 'lying',
    });
    expect(score.kind).toBe('outOfRange');
  });

  it('is not valid with oedema where it rests on weight, whichever the standard', () => {
    const swollen = { ...preterm, ageDays: 56, weightKg: 2.6, oedema: true } as const;
    expect(weightForLife(swollen).score).toEqual({ kind: 'notValid', because: 'oedema' });
    expect(lengthForLife({ ...preterm, ageDays: 56, lengthCm: 45, measured: 'lying' }).score.kind).toBe('scored');
  });

  it('says why there is none', () => {
    expect(weightForLife({ ...preterm, ageDays: null, weightKg: 3 }).score).toEqual({ kind: 'missing', what: 'age' });
    expect(weightForLife({ ...preterm, gestationalAgeDays: 150, ageDays: 0, weightKg: 0.5 }).score).toEqual({
      kind: 'outOfRange',
      what: 'gestationalAge',
      value: 150,
    });
  });
});
