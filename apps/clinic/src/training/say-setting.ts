/** The words for a place of care; a code of a newer protocol is shown unchanged. */
import { t } from '../shell/words/language.ts';

const told = ['urgent_referral', 'inpatient', 'decide', 'outpatient', 'complete', 'review', 'routine'] as const;

export const saySetting = (code: string): string => {
  const known = told.find((setting) => setting === code);
  return known === undefined ? code : t(`training.setting-${known}`);
};
