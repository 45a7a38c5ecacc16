/** Words for what the record keeps and no protocol asks for. */
import { t } from '../shell/language.ts';

const known = [
  'pregnancy',
  'birth_outcome',
  'birth_date_precision',
  'birth_count',
  'birth_order',
  'gestational_age_days',
  'gestational_age_to',
  'birth_length_cm',
  'birth_head_cm',
  'lmp_date',
  'due_date',
  'pregnancy_outcome',
  'caregiver_name',
  'caregiver_phone',
  'change_reason',
  'consent_decision',
  'consent_scope',
  'consent_note',
  'transfer_reason',
  'to_facility',
  'urgent',
  'from_facility',
  'tracing_note',
  'screen_result',
  'enrolment_decision',
  'reason',
  'merge',
  'father_phone',
  'language_spoken',
  'death_date_precision',
] as const;

type KnownField = (typeof known)[number];

export const recordFieldLabel = (name: string): string => {
  const field = known.find((candidate): candidate is KnownField => candidate === name);
  return field === undefined ? name.replaceAll('_', ' ') : t(`field.${field}`);
};
