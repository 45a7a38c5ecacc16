/** The usual answers for a pair with nothing wrong. Journeys state only what differs. */
import { usualAnswers } from '@denba/scenario/demonstration-answers';
import type { Given } from './robot-visit.ts';

/** Nothing is wrong, and the optional measurements are not taken. */
const { m_temp_c, m_bp_systolic, m_bp_diastolic, spo2, head_cm, ...needed } = usualAnswers['breastfed'] as Record<
  string,
  Given[string]
>;
export const WELL: Given = needed;

/** The rapid screen of a child with a low birth weight: positive, but not urgent. */
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
