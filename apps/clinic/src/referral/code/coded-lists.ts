/**
 * Codes are written as their index in a list. New codes are appended and none is ever removed, because printed notes
 * outlive programs; a code that is in no list is written in full.
 */
import type { JsonValue } from '@denba/records/canonical-json';

const lists = {
  kind: ['referral', 'counter-referral', 'hand-over'],
  place: ['inpatient', 'health_centre', 'mental_health', 'maternal', 'hiv', 'protection', 'social'],
  status: ['present', 'absent', 'dead', 'ill'],
  sex: ['M', 'F'],
  oedema: ['none', 'plus1', 'plus2', 'plus3', 'not_assessed'],
  pair: ['high', 'indepth', 'moderate', 'review', 'incomplete', 'low'],
  care: [
    'KEEP_WARM',
    'PREVENT_LOW_SUGAR',
    'FIRST_ANTIBIOTIC',
    'CONVULSION_CARE',
    'REFERRAL_LETTER',
    'PRE_REFERRAL',
    'REWARM',
    'EXPRESS_CUP',
    'STAY_WITH_MOTHER',
  ],
  confided: ['mood', 'self_harm', 'hiv', 'violence'],
  outcome: ['R1', 'R1b', 'R2', 'R3', 'R4', 'R5', 'R6'],
} as const;

type ListName = keyof typeof lists;

export const codeOut = (list: ListName, code: string | null): number | string | null => {
  const codes: readonly string[] = lists[list];
  const at = code === null ? -1 : codes.indexOf(code);
  return at < 0 ? code : at;
};

/** Returns `null` for an index beyond the end of the list: a code of a newer Denba, unknown here. */
export const codeIn = (list: ListName, value: JsonValue | undefined): string | null => {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? (lists[list][value] ?? null) : null;
};
