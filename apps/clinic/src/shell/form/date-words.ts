/** The labels of a date field in the language of the screen. */
import type { Language } from '@denba/quantities/text';
import { t } from '../words/language.ts';

export const dateWords = (language: Language) => ({
  labels: {
    day: t('form.day'),
    month: t('form.month'),
    year: t('form.year'),
    noSuchDay: t('form.no-such-day'),
  },
  monthNames: monthNames(language),
});

export const monthNames = (language: Language): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 1))));
};
