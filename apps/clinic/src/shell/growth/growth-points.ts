/**
 * A child's story as points for growth charts, with the z-scores that the protocol gives them: its own expressions run
 * over every day of measurement, so that a point says what the visit said. Nothing is judged here.
 */
import { isContext, isList, type Value } from '@denba/decisions/value';
import type { Sex } from '@denba/growth/sex';
import type { Assessment } from '@denba/protocols/assess/assessment';
import { type Assessor, createAssessor } from '@denba/protocols/assess/create-assessor';
import { protocolPart } from '@denba/protocols/assess/protocol-part';
import { birthFacts, type Facts } from '@denba/protocols/care/known-facts/birth-facts';
import { conclusionIn } from '@denba/protocols/care/known-facts/earlier-visits';
import { visitsOf } from '@denba/protocols/care/known-facts/visits-of';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { growthFunctions } from '@denba/protocols/growth-functions';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Text } from '@denba/quantities/text';
import type { EntryId, PersonId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { doubtsAbout } from './doubts.ts';
import type { GrowthIndex } from './growth-index.ts';
import { type Measurement, measurementsOf } from './measurements.ts';

export type GrowthPoint = {
  /** One of a child's points of one index. */
  readonly id: string;
  readonly entry: EntryId | null;
  readonly from: Measurement['from'];
  readonly on: LocalDate;
  readonly ageDays: number;
  /** Gestation at birth and age together; `null` when gestation is unknown. */
  readonly postMenstrualDays: number | null;
  /** kg, cm, or mm for MUAC. */
  readonly value: number;
  /** Of the same day, for weight-for-length. */
  readonly lengthCm: number | null;
  /** WHO, by the age since birth. */
  readonly z: number | null;
  /** INTERGROWTH-21st by post-menstrual age, for an infant known to be born preterm, to 64 weeks. */
  readonly pretermZ: number | null;
  /** Weight at birth: centile of INTERGROWTH-21st newborn size. */
  readonly sizeCentile: number | null;
  /** WHO at the age corrected for gestation: to read the curve by, never to class. `null` when born at term. */
  readonly corrected: { readonly ageDays: number; readonly z: number | null } | null;
  /** The protocol asks for the measure to be taken again or confirmed, and nobody did. */
  readonly doubtful: boolean;
  readonly oedema: boolean;
};

export type GrowthStory = {
  readonly sex: Sex | null;
  readonly birthDate: LocalDate | null;
  readonly gestationalAgeDays: number | null;
  /** `null`: not known. */
  readonly preterm: boolean | null;
  /** Born preterm at a known gestation, and the protocol shows INTERGROWTH-21st beside WHO. */
  readonly onPretermChart: boolean;
  readonly points: Readonly<Record<GrowthIndex, readonly GrowthPoint[]>>;
  /** What the protocol concluded on growth at the last weighing; `null` when it did not. */
  readonly conclusion: GrowthConclusion | null;
};

export type GrowthConclusion = {
  readonly code: string;
  readonly on: LocalDate;
  /** The sentence of the row that concludes so today; `null` when the record of today would conclude otherwise. */
  readonly sentence: Text | null;
};

export type GrowthRules = { readonly protocol: CompiledProtocol; readonly assessor: Assessor };

const read = [
  ...['age_days', 'pma_days', 'gestational_age_days', 'preterm', 'oedema_present', 'size_centile'],
  ...['weight_used_g', 'length_used_cm', 'muac_used_mm', 'waz', 'laz', 'wlz', 'hcz', 'muacz'],
  ...['ig_waz', 'ig_laz', 'ig_hcz', 'growth_class', 'measurement_checks'],
] as const;

const made = new WeakMap<CompiledProtocol, GrowthRules>();

/** The part of a protocol that growth charts need, ready to run; made once. */
export const growthRules = (protocol: CompiledProtocol): GrowthRules => {
  const known = made.get(protocol);
  if (known !== undefined) return known;
  const rules = { protocol, assessor: createAssessor(protocolPart(protocol, read)) };
  made.set(protocol, rules);
  return rules;
};

/** A term pregnancy counts from its due date, 40 weeks: what an age is corrected to. */
export const TERM_DAYS = 280;

const showsIntergrowth = ({ parameters }: CompiledProtocol): boolean =>
  parameters.some(({ name, value }) => name === 'preterm_ref' && value === 'who_with_intergrowth');

type Day = {
  readonly measurement: Measurement;
  readonly value: (name: string) => Value;
  readonly assessment: Pick<Assessment, 'trace'>;
};

export const growthStory = (timeline: Timeline, child: PersonId, { protocol, assessor }: GrowthRules): GrowthStory => {
  const lasting = protocol.elements.flatMap((element) => (element.lasting ? [element.name] : []));
  const facts = birthFacts(timeline, child, lasting);
  const previous: Facts[] = [];
  const days = measurementsOf(timeline, child, facts).flatMap((measurement): readonly Day[] => {
    const { on, from, answers } = measurement;
    const assessment = assessor.assess({ ...facts, ...answers, visit_date: on, previous: [...previous] });
    const value = (name: string): Value => assessment.value(name);
    if (from === 'visit' || from === 'hospital') previous.push({ visit_date: on, ...answers, ...inUse(value) });
    const ageDays = numberOf(value('age_days'));
    return ageDays === null || ageDays < 0 ? [] : [{ measurement, value, assessment }];
  });
  const sex = facts['sex'];
  const gestationalAgeDays = gestationOf(facts);
  const preterm = booleanOf(assessor.assess(facts).value('preterm'));
  return {
    sex: sex === 'M' || sex === 'F' ? sex : null,
    birthDate: timeline.children.find(({ id }) => id === child)?.birthDate ?? null,
    gestationalAgeDays,
    preterm,
    onPretermChart: preterm === true && gestationalAgeDays !== null && showsIntergrowth(protocol),
    points: {
      weight: days.flatMap((day) => pointOf(day, 'weight', facts)),
      length: days.flatMap((day) => pointOf(day, 'length', facts)),
      'weight-for-length': days.flatMap((day) => pointOf(day, 'weight-for-length', facts)),
      head: days.flatMap((day) => pointOf(day, 'head', facts)),
      muac: days.flatMap((day) => pointOf(day, 'muac', facts)),
    },
    conclusion: conclusionOf(timeline, child, days),
  };
};

/** As later visits look back at it: the reading in use, never rounded up past a cut-off. */
const inUse = (value: Day['value']): Facts => {
  const floor = (name: string): number | null => {
    const read = numberOf(value(name));
    return read === null ? null : Math.floor(read);
  };
  const facts = {
    weight_g: floor('weight_used_g'),
    length_cm: numberOf(value('length_used_cm')),
    muac_mm: floor('muac_used_mm'),
    waz: value('waz'),
    wlz: value('wlz'),
    growth_class: value('growth_class'),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, known]) => known !== null));
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

const pointOf = ({ measurement, value }: Day, index: GrowthIndex, facts: Facts): readonly GrowthPoint[] => {
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
      // At birth another standard holds: newborn size.
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

/** As it was shown at the visit; else as the same rules conclude from the record today. */
const conclusionOf = (timeline: Timeline, child: PersonId, days: readonly Day[]): GrowthStory['conclusion'] => {
  const weighed = days.findLast(
    ({ measurement, value }) =>
      measurement.from !== 'birth' && measurement.from !== 'card' && value('weight_used_g') !== null,
  );
  if (weighed === undefined) return null;
  const visit = visitsOf(timeline, child).find(({ entry }) => entry.id === weighed.measurement.entry);
  const shown = visit === undefined || isOutdated(visit) ? null : conclusionIn(visit.findings, 'growth_class');
  const today = weighed.value('growth_class');
  const code = shown ?? today;
  if (typeof code !== 'string') return null;
  const row = weighed.assessment.trace.find(({ table }) => table === 'growth_conclusion');
  return { code, on: weighed.measurement.on, sentence: code === today && row !== undefined ? row.reason : null };
};

/** Corrected by somebody whose app did not conclude anew. */
const isOutdated = ({ findings, entry, corrections }: ReadEntry): boolean =>
  findings === entry.findings && corrections.some(({ undone, set }) => !undone && set !== null);

const gestationOf = (facts: Facts): number | null => {
  const [weeks, days] = [facts['ga_weeks'], facts['ga_days']];
  return typeof weeks === 'number' ? weeks * 7 + (typeof days === 'number' ? days : 0) : null;
};

const checksOf = (value: Value): readonly string[] => {
  const checks = isContext(value) ? (value as Readonly<Record<string, Value>>)['check'] : null;
  return checks !== null && checks !== undefined && isList(checks)
    ? checks.filter((check): check is string => typeof check === 'string')
    : [];
};

const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
const booleanOf = (value: Value | undefined): boolean | null => (typeof value === 'boolean' ? value : null);
