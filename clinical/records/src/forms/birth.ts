/**
 * One child is born. The subject is the child; `occurredOn` is the birth date. Twins are two births that name the same
 * pregnancy, with `birth_count` 2 and `birth_order` 1 and 2. A child first seen later is registered with this form too,
 * with the source of what is known (card, recall).
 */
import * as v from 'valibot';
import {
  codeField,
  countField,
  flagField,
  numberField,
  personField,
  pregnancyField,
  textField,
} from '../answer-fields.ts';
import type { JsonObject, JsonValue } from '../canonical-json.ts';
import { adds, defineForm, type Migration } from '../form-definition.ts';
import { GA_METHOD } from './pregnancy.ts';
import { DATE_PRECISION } from './register-family.ts';

const DAYS_PER_WEEK = 7;

/**
 * Version 1 follows the paper register: completed weeks, and days where they are written. Version 2 counts days, as the
 * growth standards do, and records whether the days were known (`gestational_age_to`).
 */
const gestationalAgeInDays: Migration = {
  what: 'ga_weeks and ga_days become gestational_age_days, and gestational_age_to says how precise it is',
  up: ({ ga_weeks: weeks, ga_days: days, ...rest }) => {
    if (typeof weeks !== 'number') return without(rest, { ga_weeks: weeks, ga_days: days });
    const known = typeof days === 'number';
    return {
      ...rest,
      gestational_age_days: weeks * DAYS_PER_WEEK + (known ? days : 0),
      gestational_age_to: known ? 'day' : 'week',
    };
  },
  down: ({ gestational_age_days: days, gestational_age_to: precision, ...rest }) => {
    if (typeof days !== 'number') return without(rest, { gestational_age_days: days, gestational_age_to: precision });
    const weeks = Math.floor(days / DAYS_PER_WEEK);
    return { ...rest, ga_weeks: weeks, ga_days: precision === 'week' ? null : days - weeks * DAYS_PER_WEEK };
  },
};

/** Keeps fields that could not be converted under their old names, so that nothing entered is lost. */
const without = (rest: JsonObject, kept: Readonly<Record<string, JsonValue | undefined>>): JsonObject => {
  const entries = Object.entries(kept).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return { ...rest, ...Object.fromEntries(entries) };
};

export const birth = defineForm({
  name: 'birth',
  answers: (strictness) =>
    v.looseObject({
      mother: personField,
      pregnancy: pregnancyField,
      infant_name: textField,
      sex: codeField(strictness, ['M', 'F']),
      birth_outcome: codeField(strictness, ['live', 'stillbirth']),
      birth_date_precision: codeField(strictness, DATE_PRECISION),
      birth_count: countField,
      birth_order: countField,
      /**
       * How many infants of this birth were alive on the day of registration, as the family said: not each of them has
       * a record.
       */
      infants_alive: countField,
      gestational_age_days: countField,
      gestational_age_to: codeField(strictness, ['day', 'week']),
      ga_method: codeField(strictness, GA_METHOD),
      /** What the family or the card says when the gestational age in weeks is not known. */
      gestation_category: codeField(strictness, ['term', 'preterm', 'unknown']),
      birth_weight_g: numberField,
      /** What the family says when the weight is not known. */
      born_very_small: flagField,
      bw_source: codeField(strictness, ['card', 'scale', 'recall', 'unknown']),
      birth_length_cm: numberField,
      birth_head_cm: numberField,
      birth_place: codeField(strictness, ['home', 'facility', 'on_the_way', 'other']),
      delivery_mode: codeField(strictness, ['vaginal', 'assisted', 'caesarean']),
    }),
  migrations: [
    gestationalAgeInDays,
    adds('term or preterm, and very small, as the family says'),
    adds('how many of the birth live'),
  ],
});
