/** The sentences about a child who was born preterm: the weeks at birth, and the age counted from term. */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { t } from '../words/language.ts';
import { sayAge, sayDay } from '../words/say.ts';

export const TERM_DAYS = 280;

type Gestation = { readonly birthDate: LocalDate | null; readonly gestationalAgeDays: number | null };

export const sayWeeks = (days: number): string => t('growth.weeks', { count: Math.floor(days / 7) });

/** The day on which the pregnancy would have reached 40 weeks. */
export const dueDate = ({ birthDate, gestationalAgeDays }: Gestation): LocalDate | null =>
  birthDate === null || gestationalAgeDays === null ? null : addDays(birthDate, TERM_DAYS - gestationalAgeDays);

/** Returns `null` when the gestation or the birth date is not known. */
export const sayPreterm = (born: Gestation, today: LocalDate): string | null => {
  const due = dueDate(born);
  if (due === null || born.gestationalAgeDays === null) return null;
  const weeks = sayWeeks(born.gestationalAgeDays);
  return today < due
    ? t('growth.preterm-before-term', { weeks, day: sayDay(due) })
    : t('growth.preterm', { weeks, age: sayAge(due, today) });
};
