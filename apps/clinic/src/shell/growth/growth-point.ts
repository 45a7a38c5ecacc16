/**
 * One measurement as a point of a growth chart, with the z-scores that the protocol computes. Nothing is judged here.
 */
import { isContext, isList, type Value } from '@denba/decisions/value';
import type { Assessment } from '@denba/protocols/assess/assessment';
import type { Facts } from '@denba/protocols/care/known-facts/birth-facts';
import { growthFunctions } from '@denba/protocols/growth-functions';
import type { LocalDate } from '@denba/quantities/local-date';
import type { EntryId } from '@denba/records/ids';
import { doubtsAbout } from './doubts.ts';
import type { GrowthIndex } from './growth-index.ts';
import type { Measurement } from './measurements.ts';
import { TERM_DAYS } from './preterm-words.ts';

export type GrowthPoint = {
  /** Unique among a child's points of one index. */
  readonly id: string;
  readonly entry: EntryId | null;
  readonly from: Measurement['from'];
  readonly on: LocalDate;
  readonly ageDays: number;
  /** Gestation at birth plus age, in days; `null` when gestation is unknown. */
  readonly postMenstrualDays: number | null;
  /** In kg, cm, or mm for MUAC. */
  readonly value: number;
  /** Length measured on the same day, for weight-for-length. */
  readonly lengthCm: number | null;
  /** z-score by WHO, at the age since birth. */
  readonly z: number | null;
  /** z-score by INTERGROWTH-21st at post-menstrual age, for an infant known to be born preterm, up to 64 weeks. */
  readonly pretermZ: number | null;
  /** For weight at birth: centile of INTERGROWTH-21st newborn size. */
  readonly sizeCentile: number | null;
  /** z-score by WHO at corrected age: only to read the curve by, never to classify. `null` when born at term. */
  readonly corrected: { readonly ageDays: number; readonly z: number | null } | null;
  /** The protocol asks to repeat or confirm the measurement, and nobody did. */
  readonly doubtful: boolean;
  readonly oedema: boolean;
};

/** A day of measurement, with the values that the protocol's expressions give for it. */
export type MeasuredDay = {
  readonly measurement: Measurement;
  readonly value: (name: string) => Value;
  readonly assessment: Pick<Assessment, 'trace'>;
};

type Reading = {
  readonly measure: string;
  readonly per: number;
  readonly z: string;
  readonly pretermZ: string | null;
};

const readings: Readonly<Record<GrowthIndex, Reading>> = {
  weight: { measure: 'weight_used_g', per: 1000, z: 'waz', pretermZ: 'ig_waz' },
  length: { measure: 'length_used_cm', per: 1, z: 'laz', pretermZ: 'ig_laz' },
  'weight-for-length': { measure: 'weight_used_g', per: 1000, z: 'wlz', pretermZ: null },
  head: { measure: 'head_cm', per: 1, z: 'hcz', pretermZ: 'ig_hcz' },
  muac: { measure: 'muac_used_mm', per: 1, z: 'muacz', pretermZ: null },
};

/** The point of an index on a day; `[]` when it was not measured. */
export const pointOf = (
  { measurement, value }: MeasuredDay,
  index: GrowthIndex,
  facts: Facts,
): readonly GrowthPoint[] => {
  const { entry, from, on } = measurement;
  const { measure, per, z, pretermZ } = readings[index];
  const measured = numberOf(value(measure));
  const lengthCm = numberOf(value('length_used_cm'));
  if (measured === null || (index === 'weight-for-length' && lengthCm === null)) return [];
  const ageDays = numberOf(value('age_days')) ?? 0;
  const oedema = value('oedema_present') === true;
  const weighs = index === 'weight' || index === 'weight-for-length';
  const atBirth = from === 'birth';
  return [
    {
      id: `${from} ${entry ?? ''} ${index}`,
      entry,
      from,
      on,
      ageDays,
      postMenstrualDays: numberOf(value('pma_days')),
      value: measured / per,
      lengthCm,
      z: numberOf(value(z)),
      // At birth another standard applies: newborn size.
      pretermZ: pretermZ === null || atBirth ? null : numberOf(value(pretermZ)),
      sizeCentile: atBirth && index === 'weight' ? numberOf(value('size_centile')) : null,
      corrected: correctedOf(index, { facts, ageDays, measured, oedema, preterm: value('preterm') === true }),
      doubtful: doubtsAbout(checksOf(value('measurement_checks')), measurement.confirmed, index),
      oedema: weighs && oedema,
    },
  ];
};

type AtCorrectedAge = {
  readonly facts: Facts;
  readonly ageDays: number;
  readonly measured: number;
  readonly oedema: boolean;
  readonly preterm: boolean;
};

const correctedOf = (index: GrowthIndex, given: AtCorrectedAge): GrowthPoint['corrected'] => {
  const gestation = gestationOf(given.facts);
  if (!given.preterm || gestation === null || index === 'weight-for-length') return null;
  const ageDays = given.ageDays - (TERM_DAYS - gestation);
  if (ageDays < 0) return null;
  const sex = given.facts['sex'] as Value;
  const { who_waz, who_laz, who_hcz, who_muacz } = growthFunctions;
  switch (index) {
    case 'weight':
      return { ageDays, z: numberOf(who_waz.call(sex, ageDays, given.measured, given.oedema)) };
    case 'length':
      return { ageDays, z: numberOf(who_laz.call(sex, ageDays, given.measured, 'lying')) };
    case 'head':
      return { ageDays, z: numberOf(who_hcz.call(sex, ageDays, given.measured)) };
    case 'muac':
      return { ageDays, z: numberOf(who_muacz.call(sex, ageDays, given.measured)) };
  }
};

/** Gestation at birth in days. */
export const gestationOf = (facts: Facts): number | null => {
  const [weeks, days] = [facts['ga_weeks'], facts['ga_days']];
  return typeof weeks === 'number' ? weeks * 7 + (typeof days === 'number' ? days : 0) : null;
};

const checksOf = (value: Value): readonly string[] => {
  const checks = isContext(value) ? (value as Readonly<Record<string, Value>>)['check'] : null;
  return checks !== null && checks !== undefined && isList(checks)
    ? checks.filter((check): check is string => typeof check === 'string')
    : [];
};

export const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
