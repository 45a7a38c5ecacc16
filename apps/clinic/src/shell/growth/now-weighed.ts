/** Today's weight as an open visit concludes it, by the protocol's own expressions. */
import { isDate, toLocalDate, type Value } from '@denba/decisions/value';
import type { LocalDate } from '@denba/quantities/local-date';

export type NowWeighed = {
  readonly on: LocalDate | null;
  readonly ageDays: number | null;
  readonly postMenstrualDays: number | null;
  /** The value in use, when there are several readings. */
  readonly weightKg: number | null;
  readonly z: number | null;
  readonly pretermZ: number | null;
};

export const nowWeighed = (assessment: { readonly value: (name: string) => Value }): NowWeighed => {
  const number = (name: string): number | null => {
    const value = assessment.value(name);
    return typeof value === 'number' ? value : null;
  };
  const weight = number('weight_used_g');
  const day = assessment.value('visit_date');
  return {
    on: isDate(day) ? toLocalDate(day) : null,
    ageDays: number('age_days'),
    postMenstrualDays: number('pma_days'),
    weightKg: weight === null ? null : weight / 1000,
    z: number('waz'),
    pretermZ: number('ig_waz'),
  };
};

export const sameWeighing = (a: NowWeighed, b: NowWeighed): boolean =>
  (Object.keys(a) as (keyof NowWeighed)[]).every((name) => a[name] === b[name]);
