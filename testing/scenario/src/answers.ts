/**
 * Answers of a family in which nothing is wrong, with every field given, so that a test states only what matters to it.
 * Names and codes are those of the protocols' data elements (`protocols/mami/data-elements.csv`).
 */
import type { JsonObject } from '@denba/records/canonical-json';

export const motherAnswers = (over: JsonObject = {}): JsonObject => ({
  mother_name: 'Awa Keita',
  mother_birth_date: '1999-04-12',
  mother_birth_date_precision: 'estimated',
  mother_status: 'present',
  phone: '70 00 00 00',
  village: 'Sanankoroba',
  distance_min: 35,
  chw_id: 'asc-1',
  ...over,
});

export const birthAnswers = (over: JsonObject = {}): JsonObject => ({
  infant_name: 'Fanta',
  sex: 'F',
  birth_outcome: 'live',
  birth_date_precision: 'exact',
  birth_count: 1,
  birth_order: 1,
  gestational_age_days: 273,
  gestational_age_to: 'day',
  ga_method: 'echo',
  birth_weight_g: 3100,
  bw_source: 'scale',
  birth_length_cm: 49,
  birth_head_cm: 34,
  birth_place: 'facility',
  delivery_mode: 'vaginal',
  ...over,
});

export const measurementAnswers = (over: JsonObject = {}): JsonObject => ({
  weight_g: 4500,
  length_cm: 55,
  measured: 'lying',
  head_cm: 37.5,
  muac_mm: 125,
  oedema: 'none',
  ...over,
});

/** A full MAMI assessment: every core item asked, observed or measured, and normal. */
export const assessmentAnswers = (over: JsonObject = {}): JsonObject => ({
  ...measurementAnswers(),
  ...clinicalSigns,
  ...feeding,
  ...mother,
  ...riskFactors,
  ...over,
});

const clinicalSigns: JsonObject = {
  temp_c: 36.8,
  resp_rate: 44,
  d_feed: 'well',
  d_convulsion: false,
  d_convulsing_now: false,
  d_indrawing: false,
  d_unconscious: false,
  d_vomits_all: false,
  stridor: false,
  cough: false,
  stiff_neck: false,
  movement: 'spontaneous',
  jaundice: 'none',
  umbilicus_pus: false,
  pustules: false,
  thrush: false,
  diarrhoea: false,
  pallor: 'none',
};

const feeding: JsonObject = {
  bf_status: 'exclusive',
  f1: true,
  f2: true,
  f3: true,
  f4: true,
  f5: 'effective',
  f6: true,
  bf_24h: 10,
  f8: false,
  f9: ['none'],
  f10: false,
  f11: false,
  f12: 7,
  f13: false,
  f14: false,
  f15: false,
  intake_unsafe: false,
  new_refusal: false,
};

const mother: JsonObject = {
  mother_age: 26,
  parity: 2,
  mother_muac_mm: 262,
  mother_status: 'present',
  hiv: 'negative',
  breast_problem: ['none'],
  phq1: 0,
  phq2: 0,
  mh_concern: false,
  social_support: 'good',
  violence: 'no',
  food_insecurity: 'none',
};

const riskFactors: JsonObject = {
  multiple_birth: 'single',
  congenital: false,
  cleft: false,
  disability: false,
  orphan: 'none',
  mother_absent: false,
  prior_infant_death: false,
  sibling_malnourished: false,
  recent_inpatient: false,
  hiv_exposed: 'no',
};
