/** What a midwife finds in a pair about whom nothing is wrong: journeys say what differs. */
import { usualAnswers } from '@denba/scenario/demonstration-answers';
import type { Given } from './robot-visit.ts';

/** Nothing is wrong, and no optional measurement is taken. */
const { m_temp_c, m_bp_systolic, m_bp_diastolic, spo2, head_cm, ...needed } = usualAnswers['breastfed'] as Record<
  string,
  Given[string]
>;
export const WELL: Given = needed;

/** The rapid screen of a child who was born small: positive, and not urgent. */
export const SCREEN_POSITIVE: Given = {
  contact_point: 'vaccination',
  dob_precision: 'exact',
  sc1: false,
  sc7: false,
  sc2: false,
  sc3: true,
  sc4: false,
  sc8: true,
  phq1: 0,
  phq2: 0,
};
