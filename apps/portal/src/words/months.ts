/** Months and periods in words. */
import { monthNames } from '@denba/kit/messages/format-day';
import { lengthOf, type Month, type Period, writePeriod } from '../period/period.ts';
import type { Words } from './words.ts';

/** Such as « mars 2026 ». */
export const sayMonth = ({ language }: Pick<Words, 'language'>, month: Month): string =>
  `${nameOf(language, month)} ${month.slice(0, 4)}`;

/** « mars 2026 », « année 2026 », « d’avril à août 2026 ». */
export const sayPeriod = (words: Pick<Words, 'language' | 't'>, period: Period): string => {
  const { t, language } = words;
  const { from, to } = period;
  const written = writePeriod(period);
  if (from === to) return sayMonth(words, from);
  if (/^\d{4}$/.test(written)) return t('period.year', { year: written });
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const months = { from: sameYear ? nameOf(language, from) : sayMonth(words, from), to: sayMonth(words, to) };
  if (lengthOf(period) === 2 && sameYear) return t('period.two', months);
  return t(/^[aeiouy]/.test(months.from) ? 'period.span-vowel' : 'period.span', months);
};

const nameOf = (language: string, month: Month): string => monthNames(language)[Number(month.slice(5, 7)) - 1] ?? month;

/** The first letter of the month, for an axis with little room; January with the year: « J 26 ». */
export const sayMonthShort = ({ language }: Pick<Words, 'language'>, month: Month): string => {
  const name = nameOf(language, month);
  return name.normalize('NFC').slice(0, 1).toUpperCase() + (month.endsWith('-01') ? ` ${month.slice(2, 4)}` : '');
};
