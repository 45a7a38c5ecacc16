/** The rules for the days of a counter-referral: in order, none in the future; and the props of their fields. */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { dateWords } from '../../shell/form/date-words.ts';
import { dayAfterToday } from '../../shell/form/day-after-today.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import type { CounterReferralForm } from './counter-referral-entries.ts';

type Days = Pick<CounterReferralForm, 'on' | 'admittedOn' | 'dischargedOn'>;

export const leftBeforeAdmitted = ({ admittedOn, dischargedOn }: Days): boolean =>
  admittedOn !== null && dischargedOn !== null && dischargedOn < admittedOn;

/** Whether the days prevent saving. Where the phone's clock is in doubt, a future day is only questioned. */
export const hasDayProblem = (days: Days, today: LocalDate): boolean =>
  leftBeforeAdmitted(days) ||
  [days.on, days.admittedOn, days.dischargedOn].some((day) => dayAfterToday(day, today) === 'refused');

/** Props of the field of a day that must not be in the future. */
export const pastDayField = (day: LocalDate | null, today: LocalDate) => {
  const kind = dayAfterToday(day, today);
  return {
    ...dayField(today),
    error: kind === 'refused' ? t('referral.counter-future') : null,
    warning: kind === 'questioned' ? t('shell.day-after-phone') : null,
  };
};

export const dayField = (today: LocalDate) => ({
  ...dateWords(contentLanguage()),
  defaultYear: Number(today.slice(0, 4)),
});

export const lately = (today: LocalDate) => [
  { label: t('referral.today'), value: today },
  { label: t('referral.yesterday'), value: addDays(today, -1) },
];
