/**
 * The entries that a health worker would have saved about a simulated family: registration, births, an assessment with
 * enrolment at the first visit, follow-up visits with feeding and danger signs, default, death, outcome.
 */
import { addDays } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import { facilityId } from '@denba/records/ids';
import { fakeDevice } from './fake-device.ts';
import { family as beginFamily, type FamilyLife } from './family-life.ts';
import type { Random } from './random.ts';
import type { SimulatedFamily, SimulatedInfant } from './simulate-cohort.ts';
import { allBirths, type SimulationSettings } from './simulation-settings.ts';
import type { VisitRow } from './visit-rows.ts';

/** `cohort` names the family and its device, so that two cohorts can be in one store. */
export const simulatedLife = (
  cohort: string,
  simulated: SimulatedFamily,
  settings: SimulationSettings = allBirths,
): FamilyLife => {
  const device = fakeDevice(`${cohort}-device-${simulated.mother}`, {
    facility: facilityId(`${cohort}-facility-${simulated.facility}`),
  });
  const random = simulated.random.fork('entries');
  let life = beginFamily(`${cohort}-family-${simulated.mother}`, { on: simulated.bornOn, device }).mother({
    mother_name: null,
    phone: null,
    village: null,
  });
  for (const infant of simulated.infants) life = bear(life, infant, simulated);
  return eventsOf(simulated, settings, random)
    .sort((a, b) => a.day - b.day)
    .reduce((lived, event) => event.happen(lived), life);
};

export const simulatedEntries = (
  cohort: string,
  simulated: SimulatedFamily,
  settings: SimulationSettings = allBirths,
): readonly Entry[] => simulatedLife(cohort, simulated, settings).entries;

type LifeEvent = { readonly day: number; readonly happen: (life: FamilyLife) => FamilyLife };

const bear = (
  life: FamilyLife,
  { birth, visits, infant }: SimulatedInfant,
  { bornOn }: SimulatedFamily,
): FamilyLife => {
  const first = visits[0]?.row;
  return life.bears({
    child: `${life.id}-infant-${infant}`,
    on: bornOn,
    infant_name: null,
    sex: birth.sex,
    birth_count: birth.birthCount,
    birth_order: birth.birthOrder,
    gestational_age_days: first?.gestational_age_days ?? null,
    gestational_age_to: first?.gestational_age_days == null ? null : 'day',
    birth_weight_g: Math.round(birth.weightKg * 100) * 10,
    birth_length_cm: null,
    birth_head_cm: null,
  });
};

const eventsOf = (simulated: SimulatedFamily, settings: SimulationSettings, random: Random): LifeEvent[] =>
  simulated.infants.flatMap((infant) => infantEvents(simulated, infant, settings, random.fork(infant.infant)));

const infantEvents = (
  { bornOn }: SimulatedFamily,
  infant: SimulatedInfant,
  settings: SimulationSettings,
  random: Random,
): LifeEvent[] => {
  const of = (life: FamilyLife, day: number) => ({
    child: `${life.id}-infant-${infant.infant}`,
    on: addDays(bornOn, day),
  });
  const events: LifeEvent[] = infant.visits.flatMap(({ row, size }): LifeEvent[] => {
    const day = row.age_days;
    if (day === null || size === null) return [];
    const answers = { ...measured(row), ...askedAnswers(infant, settings, random) };
    if (row.visit_week === 0) {
      return [
        { day, happen: (life) => life.assessed({ ...answers, ...of(life, day), enrolment_decision: 'enrolled' }) },
      ];
    }
    const review = row.visit_week === LAST_WEEK;
    const visit_type = review ? 'review' : 'followup';
    const visit: LifeEvent = { day, happen: (life) => life.visit({ ...answers, ...of(life, day), visit_type }) };
    if (!review) return [visit];
    const code = size.z >= settings.goodResponseZ ? 'R1' : 'R2';
    return [visit, { day, happen: (life) => life.exits(code, { ...of(life, day), reviewed: true }) }];
  });
  const { diedOnDay, defaultedFromWeek: week } = infant;
  const gone = week === null ? null : week * 7 + DAYS_TO_DEFAULT;
  if (diedOnDay !== null && diedOnDay < LAST_WEEK * 7) {
    events.push({ day: diedOnDay, happen: (life) => life.childDies(of(life, diedOnDay)) });
  } else if (gone !== null) {
    events.push({ day: gone - 7, happen: (life) => life.traced('not_found', of(life, gone - 7)) });
    events.push({ day: gone, happen: (life) => life.exits('R4', { ...of(life, gone), reviewed: false }) });
  }
  return events;
};

const LAST_WEEK = 26;
const DAYS_TO_DEFAULT = 28;

const measured = (row: VisitRow): JsonObject => ({
  weight_g: row.weight_g,
  length_cm: row.length_cm,
  head_cm: row.head_circumference_cm,
  muac_mm: row.muac_mm,
  oedema: 'none',
});

/**
 * What was observed and asked: usually normal. Feeding problems are likelier in infants who falter; some items are left
 * out.
 */
const askedAnswers = (infant: SimulatedInfant, settings: SimulationSettings, random: Random): JsonObject => {
  const answers: Record<string, JsonObject[string]> = {};
  if (random.chance(Math.min(1, settings.feedingProblemShare * (infant.falters ? 3 : 1)))) {
    Object.assign(answers, random.pick(feedingProblems));
  }
  if (random.chance(settings.dangerSignShare)) Object.assign(answers, random.pick(dangerSigns));
  if (random.chance(settings.distressedMotherShare))
    Object.assign(answers, { phq1: 2, phq2: 2, social_support: 'some' });
  for (const item of oftenForgotten) if (random.chance(settings.unansweredShare)) answers[item] = null;
  return answers;
};

const feedingProblems: [JsonObject, ...JsonObject[]] = [
  { f1: false, f4: false },
  { f5: 'not_effective', bf_24h: 6 },
  { f8: true, bf_status: 'mixed' },
  { f9: ['not_enough_milk'], bf_24h: 5, f12: 4 },
  { f10: true, breast_problem: ['engorgement'] },
];

const dangerSigns: [JsonObject, ...JsonObject[]] = [
  { d_feed: 'none' },
  { d_feed: 'not_well' },
  { temp_c: 38.4 },
  { resp_rate: 68 },
  { d_indrawing: true },
];

const oftenForgotten = [
  'f5',
  'bf_24h',
  'phq1',
  'phq2',
  'd_convulsion',
  'resp_rate',
  'oedema',
  'social_support',
] as const;
