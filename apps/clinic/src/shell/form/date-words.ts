/** The labels of a date field in the language of the screen. */
import { monthNames } from '@denba/kit/messages/format-day';
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
