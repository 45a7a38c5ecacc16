/**
 * Fields that only the record has, which no form of the protocol asks for: their names, and their codes if any (as in
 * the forms of clinical/records). Their words are in the message files `field.json`.
 */
const precisions = ['exact', 'estimated', 'month', 'year'] as const;

export const recordCodes = {
  mother_birth_date_precision: precisions,
  birth_date_precision: precisions,
  death_date_precision: [...precisions, 'unknown'],
  birth_outcome: ['live', 'stillbirth'],
  gestation_category: ['term', 'preterm', 'unknown'],
  pregnancy_outcome: ['miscarriage', 'abortion', 'ectopic', 'other'],
  change_reason: ['mother_dead', 'mother_absent', 'mother_ill', 'mother_back', 'family_decision', 'other'],
  consent_decision: ['given', 'refused', 'withdrawn'],
  consent_scope: ['care', 'home_visit', 'phone', 'data_sharing', 'photo'],
  refused: ['enrolment', 'referral', 'treatment', 'follow_up'],
  refusal_reasons: ['distance', 'cost', 'family_decision', 'fear', 'feels_well', 'other'],
  transport: ['ambulance', 'motorbike', 'car', 'cart', 'boat', 'foot'],
  tracing_by: ['call', 'visit'],
  obstacles: ['distance', 'cost', 'work', 'illness', 'not_allowed', 'feels_well', 'welcome', 'other'],
  enrolment_decision: ['enrolled', 'referred', 'watch', 'declined', 'not_enrolled'],
  screen_result: ['urgent', 'positive', 'negative', 'incomplete'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const recordNames = [
  ...['mother_birth_date', 'birth_count', 'birth_order', 'birth_length_cm', 'birth_head_cm', 'lmp_date', 'due_date'],
  ...['caregiver_name', 'caregiver_phone', 'father_name', 'father_phone', 'card_code', 'language_spoken'],
  ...['consent_note', 'refusal_note', 'transfer_reason', 'to_facility', 'from_facility', 'urgent', 'left_at'],
  ...['accompanied_by', 'called', 'called_whom', 'callback', 'mother_to_see', 'note_given', 'admitted_on'],
  ...['discharged_on', 'diagnosis', 'treatment', 'advice', 'tracing_note', 'tracer', 'moved_to', 'exit_note', 'moved'],
  ...['proposed_outcome', 'outcome_reason', 'handed_to', 'next_due_reason', 'reason'],
  ...Object.keys(recordCodes),
] as const;

/** Fields with several answers. */
const many: ReadonlySet<string> = new Set(['consent_scope', 'refusal_reasons', 'obstacles']);

/** Returns `null` for a field without codes. */
export const codesOf = (name: string): { readonly codes: readonly string[]; readonly many: boolean } | null => {
  const codes = Object.entries(recordCodes).find(([known]) => known === name)?.[1];
  return codes === undefined ? null : { codes, many: many.has(name) };
};

/** The message key of a code. The codes of all `…_precision` fields share their messages. */
export const codeKey = (name: string, code: string): string =>
  `field.${name.endsWith('_precision') ? 'precision' : name}.${code}`;

/**
 * Fields that are internal ids, or that other screens show in their own way: not listed here and not corrected by hand.
 */
export const isInside = (name: string): boolean => inside.has(name) || name.endsWith('_readings');

const inside: ReadonlySet<string> = new Set([
  ...[
    'mother',
    'pregnancy',
    'caregiver',
    'corrects',
    'follows',
    'to_facility_id',
    'in_form',
    'keep',
    'duplicate',
    'merge',
    'merge_entry',
    'subject',
  ],
  ...['swept', 'confirmed', 'set_aside', 'set', 'withdraw', 'occurred_on', 'gestational_age_to', 'referral_entry'],
  ...['about_child', 'visit_entry', 'care_given', 'reasons', 'danger_signs', 'confided', 'may_pass_on', 'referral'],
  ...['signed_by'],
]);
