/**
 * A child's measurements as points of growth charts, with the z-scores of the protocol: its own expressions are
 * evaluated for every day of measurement, so that a point agrees with the visit. Nothing is judged here.
 */
import type { Value } from '@denba/decisions/value';
import type { Sex } from '@denba/growth/sex';
import { type Assessor, createAssessor } from '@denba/protocols/assess/create-assessor';
import { protocolPart } from '@denba/protocols/assess/protocol-part';
import { birthFacts, type Facts } from '@denba/protocols/care/known-facts/birth-facts';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { conclusionOf, type GrowthConclusion } from './growth-conclusion.ts';
import type { GrowthIndex } from './growth-index.ts';
import { type GrowthPoint, gestationOf, type MeasuredDay, numberOf, pointOf } from './growth-point.ts';
import { measurementsOf } from './measurements.ts';

export type GrowthStory = {
  readonly sex: Sex | null;
  readonly birthDate: LocalDate | null;
  readonly gestationalAgeDays: number | null;
  /** `null` when unknown. */
  readonly preterm: boolean | null;
  /** The child was born preterm at a known gestation, and the protocol shows INTERGROWTH-21st beside WHO. */
  readonly onPretermChart: boolean;
  readonly points: Readonly<Record<GrowthIndex, readonly GrowthPoint[]>>;
  /** The conclusion of the protocol on growth at the last weighing; `null` when there was none. */
  readonly conclusion: GrowthConclusion | null;
};

export type GrowthRules = { readonly protocol: CompiledProtocol; readonly assessor: Assessor };

const read = [
  ...['age_days', 'pma_days', 'gestational_age_days', 'preterm', 'oedema_present', 'size_centile'],
  ...['weight_used_g', 'length_used_cm', 'muac_used_mm', 'waz', 'laz', 'wlz', 'hcz', 'muacz'],
  ...['ig_waz', 'ig_laz', 'ig_hcz', 'growth_class', 'measurement_checks'],
] as const;

const made = new WeakMap<CompiledProtocol, GrowthRules>();

/** The part of a protocol that growth charts need, ready to evaluate. Cached per protocol. */
export const growthRules = (protocol: CompiledProtocol): GrowthRules => {
  const known = made.get(protocol);
  if (known !== undefined) return known;
  const rules = { protocol, assessor: createAssessor(protocolPart(protocol, read)) };
  made.set(protocol, rules);
  return rules;
};

const showsIntergrowth = ({ parameters }: CompiledProtocol): boolean =>
  parameters.some(({ name, value }) => name === 'preterm_ref' && value === 'who_with_intergrowth');

export const growthStory = (timeline: Timeline, child: PersonId, { protocol, assessor }: GrowthRules): GrowthStory => {
  const lasting = protocol.elements.flatMap((element) => (element.lasting ? [element.name] : []));
  const facts = birthFacts(timeline, child, lasting);
  const previous: Facts[] = [];
  const days = measurementsOf(timeline, child, facts).flatMap((measurement): readonly MeasuredDay[] => {
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

/**
 * The measurement as later visits read it: the value in use, rounded down, so that it reaches no cut-off by rounding.
 */
const inUse = (value: MeasuredDay['value']): Facts => {
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

const booleanOf = (value: Value | undefined): boolean | null => (typeof value === 'boolean' ? value : null);
