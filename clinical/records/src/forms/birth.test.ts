import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrateAnswers, readAnswers } from '../form-definition.ts';
import { birth } from './birth.ts';

const up = (answers: Parameters<typeof migrateAnswers>[1]) => migrateAnswers(birth, answers, 1, 2);
const down = (answers: Parameters<typeof migrateAnswers>[1]) => migrateAnswers(birth, answers, 2, 1);

describe('birth, version 1 (weeks and days of the paper register) to version 2 (days)', () => {
  it.each([
    [
      { ga_weeks: 34, ga_days: 3 },
      { gestational_age_days: 241, gestational_age_to: 'day' },
    ],
    [
      { ga_weeks: 34, ga_days: null },
      { gestational_age_days: 238, gestational_age_to: 'week' },
    ],
    [
      { ga_weeks: null, ga_days: null },
      { ga_weeks: null, ga_days: null },
    ],
    [{ sex: 'F' }, { sex: 'F' }],
  ])('%j becomes %j', (before, after) => {
    expect(up(before)).toEqual(after);
  });

  it('goes up and comes back without loss, with every other answer untouched', () => {
    const days = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 45 }), days, fc.jsonValue(), (ga_weeks, ga_days, other) => {
        const before = JSON.parse(JSON.stringify({ ga_weeks, ga_days, other }));
        expect(down(up(before))).toEqual(before);
      }),
    );
  });

  it('goes down and comes back without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 140, max: 315 }), (gestational_age_days) => {
        const before = { gestational_age_days, gestational_age_to: 'day' };
        expect(up(down(before))).toEqual(before);
      }),
    );
  });

  it('reads a version 1 birth as a version 2 birth, unknown where nothing was written', () => {
    const read = readAnswers(birth, { sex: 'M', ga_weeks: 30 }, 1);
    expect(read.ok && read.value).toMatchObject({
      sex: 'M',
      gestational_age_days: 210,
      gestational_age_to: 'week',
      birth_weight_g: null,
    });
  });
});
