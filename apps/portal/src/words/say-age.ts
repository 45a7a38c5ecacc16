/** An age as a midwife says it: first in days, then in weeks, then in completed months. */
import type { Words } from './words.ts';

export const sayAge = ({ t }: Pick<Words, 't'>, days: number): string => {
  if (days < 14) return t('age.days', { count: days });
  if (days < 91) return t('age.weeks', { count: Math.floor(days / 7) });
  return t('age.months', { count: Math.floor(days / DAYS_IN_MONTH) });
};

const DAYS_IN_MONTH = 30.4375;
