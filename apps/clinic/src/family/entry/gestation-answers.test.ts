import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inDays, inWeeks } from './gestation-answers.ts';

it('gestation goes to weeks and back unchanged, its precision too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 150, max: 310 }), fc.constantFrom('day', 'week'), (days, to) => {
      const stored = {
        sex: 'F',
        gestational_age_days: to === 'week' ? days - (days % 7) : days,
        gestational_age_to: to,
      };
      expect(inDays(inWeeks(stored) as Parameters<typeof inDays>[0])).toEqual(stored);
    }),
  );
});

it('unknown gestation stays unknown', () => {
  expect(inWeeks({ gestational_age_days: null, sex: 'F' })).toEqual({ sex: 'F', ga_weeks: null, ga_days: null });
  expect(inDays({ ga_weeks: null, ga_days: 3 })).toEqual({ gestational_age_days: null, gestational_age_to: null });
});

it('an entry without gestation is left alone', () => {
  expect(inWeeks({ weight_g: 3000 })).toEqual({ weight_g: 3000 });
  expect(inDays({ weight_g: 3000 })).toEqual({ weight_g: 3000 });
});
