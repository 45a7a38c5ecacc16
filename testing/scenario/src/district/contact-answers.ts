/**
 * What is asked and observed at a contact: usually normal; hunger, the rainy season and displacement make problems
 * likelier.
 */
import { FIRST_TERM_DAY } from '@denba/growth/intergrowth/size-for-gestation';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { usualAnswers } from '../demonstration-answers.ts';
import { illAnswers } from '../demonstration-away.ts';
import type { Random } from '../random.ts';
import type { SimulatedBirth } from '../simulate-birth.ts';
import type { DistrictCentre } from './district-centre.ts';
import { hardSeason } from './season.ts';

/** The state of a family that lasts from one contact to the next. */
export type Condition = {
  readonly displaced: boolean;
  readonly adolescent: boolean;
  readonly twins: boolean;
  readonly motherAge: number;
  readonly motherMuacMm: number;
  readonly hivExposed: boolean;
  motherDead: boolean;
  lowMood: boolean;
};

export type Illness = 'none' | 'mild' | 'severe';

export const illnessOn = (random: Random, day: LocalDate, weak: boolean): Illness => {
  const hard = hardSeason(day);
  if (random.chance((weak ? 0.028 : 0.008) + 0.025 * hard)) return 'severe';
  return random.chance(0.05 + 0.2 * hard) ? 'mild' : 'none';
};

const mild: readonly [JsonObject, ...JsonObject[]] = [
  {
    ...{ diarrhoea: true, diarrhoea_days: 2, diarrhoea_blood: false, restless: false, eyes_sunken: false },
    pinch: 'imm',
  },
  {
    ...{ diarrhoea: true, diarrhoea_days: 3, diarrhoea_blood: false, restless: true, eyes_sunken: false },
    pinch: 'imm',
  },
  { cough: true, resp_rate: 40, stridor: false },
  { thrush: true, f11: true },
];

export const feedingTrouble: readonly [JsonObject, ...JsonObject[]] = [
  { f1: false, f4: false, feed_after_help: 'corrected' },
  { f5: 'not_effective', bf_24h: 6, feed_after_help: 'persists' },
  { bf_status: 'predominant', f8: true },
  { f9: ['not_enough_milk'], bf_24h: 6, f12: 5 },
  { f10: true, breast_problem: ['engorgement'] },
];

export const lowMoodAnswers = (random: Random): JsonObject => ({
  ...{ phq1: 2, phq2: random.pick([1, 2, 3]), mh_concern: random.chance(0.5), phq3: random.whole(3), phq4: 2 },
  ...{ phq5: random.whole(3), phq6: random.whole(2), phq7: 1, phq8: 0, phq9: 0, phq_function: 'some' },
  ...{ social_support: 'some', workload_heavy: true, f13: true },
});

/** Answers for a full assessment, a follow-up visit or a review; each form uses those that it asks for. */
export const pairAnswers = (
  random: Random,
  centre: DistrictCentre,
  day: LocalDate,
  { birth, condition, illness, feeding }: AboutPair,
): JsonObject => {
  const hungry = random.chance(0.12 + 0.3 * hardSeason(day) + (condition.displaced ? 0.35 : 0));
  const answers: Record<string, JsonObject[string]> = {
    ...(condition.motherDead ? usualAnswers.cupFed : usualAnswers.breastfed),
    ...{ mh_instrument: 'PHQ9', measured: 'lying', oedema: 'none' },
    ...{ resp_rate: 36 + random.whole(14), temp_c: Math.round((36.5 + random.next() * 0.6) * 10) / 10 },
    ...{ f12: 6 + random.whole(4), multiple_birth: condition.twins ? 'twins' : 'single' },
    ...{ mother_age: condition.motherAge, displaced: condition.displaced },
    ...(condition.hivExposed
      ? { hiv: 'positive', art: 'yes', hiv_exposed: 'yes', hiv_test: 'negative', prophylaxis: 'yes' }
      : {}),
    ...(hungry ? { food_insecurity: condition.displaced ? 'severe' : 'some' } : {}),
    ...(birth.gestationalAgeDays < FIRST_TERM_DAY ? { born_early: true } : {}),
    ...(illness === 'mild' ? random.pick(mild) : {}),
    ...(illness === 'severe' ? illAnswers : {}),
    agreed_actions: [random.pick(['feeding', 'hygiene', 'mother_rest', 'family_support'])],
  };
  // The answers of severe illness contain the referral; the usual ones must not.
  if (illness !== 'severe') delete answers['referral_to'];
  if (condition.motherDead) {
    Object.assign(answers, { rf_per_day: 8, rf_ml: 90, agreed_actions: ['family_support'] });
  } else {
    Object.assign(answers, {
      ...{ bf_24h: 8 + random.whole(5), mother_muac_mm: condition.motherMuacMm - 2 + random.whole(5) },
      ...{ m_bp_systolic: 104 + random.whole(18), m_bp_diastolic: 62 + random.whole(14) },
      ...(feeding === null ? {} : feeding),
      ...(condition.lowMood ? lowMoodAnswers(random) : { phq1: random.pick([0, 0, 0, 1]) }),
    });
  }
  for (const question of oftenForgotten) if (random.chance(centre.forgotten)) delete answers[question];
  return answers;
};

export type AboutPair = {
  readonly birth: SimulatedBirth;
  readonly condition: Condition;
  readonly illness: Illness;
  readonly feeding: JsonObject | null;
};

const oftenForgotten = ['f5', 'phq1', 'phq2', 'resp_rate', 'd_convulsion', 'social_support', 'oedema', 'f12'] as const;

export const screenAnswers = (
  random: Random,
  { birth, condition, illness, feeding }: AboutPair,
  contactPoint: string,
  cadre: string,
): JsonObject => {
  const small = birth.weightKg < 2.5 || birth.gestationalAgeDays < FIRST_TERM_DAY;
  const atRisk = condition.twins || condition.adolescent || condition.motherDead || condition.hivExposed;
  const mood: JsonObject = condition.lowMood ? { phq1: 2, phq2: 2 } : { phq1: random.pick([0, 0, 1]), phq2: 0 };
  return {
    ...usualAnswers.screen,
    ...(condition.motherDead ? { phq1: null, phq2: null } : mood),
    ...{ contact_point: contactPoint, cadre, sc1: illness === 'severe', sc2: feeding !== null, sc3: small },
    ...{ sc4: random.chance(0.015), sc8: atRisk },
  };
};
