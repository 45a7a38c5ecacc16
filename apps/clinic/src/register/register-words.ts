/** Months and outcomes in words. */

import { monthNames } from '@denba/kit/messages/format-day';
import { contentLanguage, t } from '../shell/words/language.ts';

/** Writes a month in words: `2026-03` → mars 2026. */
export const sayMonth = (month: string): string => {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames(contentLanguage())[Number(number) - 1] ?? number} ${year}`;
};

const outcomes = ['R1', 'R1b', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;

export const sayOutcome = (code: string): string => {
  const known = outcomes.find((outcome) => outcome === code);
  return known === undefined ? code : `${code} – ${t(`family.outcome.${known}`)}`;
};
