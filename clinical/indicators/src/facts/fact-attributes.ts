/**
 * The attributes of each kind of fact: the names that an indicator may read. Content that reads any other name is
 * refused.
 */
const child = ['sex', 'age_days', 'birth_weight_g', 'gestational_age_days', 'birth_count'] as const;

const measured = [
  ...child,
  ...([
    'weight_g',
    'length_cm',
    'muac_mm',
    'muac_digit',
    'head_cm',
    'waz',
    'wlz',
    'laz',
    'hcz',
    'waz_band',
    'wlz_band',
    'laz_band',
    'growth_class',
  ] as const),
] as const;

const visit = [
  ...measured,
  ...(['pair_class', 'feeding_class', 'bf_status', 'vaccination', 'visit_type', 'reviewed'] as const),
  ...(['hiv_exposed', 'hiv_test', 'prophylaxis', 'displaced', 'criteria'] as const),
  ...(['mh_result', 'mh_instrument', 'mh_acted', 'self_harm_raised', 'self_harm_acted'] as const),
] as const;

const gain = ['gain_days', 'gain_g', 'gain_g_day', 'gain_g_kg_day'] as const;

export const factAttributes: Readonly<Record<string, readonly string[]>> = {
  registered: [],
  birth: [...child, 'birth_order', 'stillborn', 'birth_place'],
  'birth-followed': [...child, 'birth_order', 'stillborn', 'birth_place', 'died_days', 'seen_alive_days'],
  died: [...child, 'place', 'child'],
  'pregnancy-recorded': ['gravidity', 'parity'],
  'pregnancy-ended': ['pregnancy_outcome'],
  'caregiver-changed': [...child, 'change_reason'],
  traced: [...child, 'tracing_result', 'tracing_by'],
  transferred: [...child, 'transfer', 'to_facility_id', 'referral_to', 'urgent'],
  refused: [...child, 'refused'],
  'infant-seen': [
    ...child,
    ...(['enrolled', 'assessed', 'consulted', 'all_domains', 'feeding_classes', 'waz_lowest'] as const),
  ],
  'mami-screened': [...child, 'result', 'contact_point', 'first_of_month'],
  'mami-screen-followed': [...child, 'result', 'contact_point', 'first_of_month', 'assessed_after_days'],
  'mami-assessed': [...visit, ...gain],
  'mami-visited': [...visit, ...gain],
  'growth-visited': [...measured, ...gain],
  'mami-enrolled': [...visit, 'entry_type', 'enrol_reason'],
  'mami-stay': [...visit, 'entry_type', 'enrol_reason', 'stay_status', 'stay_days'],
  'mami-returned': [...child, 'days_since_enrolment', 'returned_from'],
  'mami-in-care': child,
  'mami-out-of-care': child,
  'mami-exited': [
    ...child,
    ...(['exit_code', 'implied', 'visits', 'enrol_reason', 'displaced', 'days_since_enrolment'] as const),
    ...(['age_at_enrolment_days', 'distance_min', 'in_hospital'] as const),
  ],
  'mami-six-months': [...child, 'reviewed_in_window'],
  'mami-reviewed': [...visit, 'enrol_reason', 'waz_change', 'muac_change_mm'],
  'visit-due': [...child, 'kept', 'days_late', 'distance_min'],
  'visit-missed-first': [...child, 'traced_after_days'],
  referred: [...child, 'referral_to', 'urgent', 'received_after_days'],
  'hospital-discharged': [...child, 'back_after_days'],
  recorded: ['delay_days', 'corrected'],
};
