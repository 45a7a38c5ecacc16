/** Ages, days and people in the words of the screen: short phrases that every feature needs. */
import { type DayForm, formatDay } from '@denba/kit/messages/format-day';
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import { ageOn } from './age-words.ts';
import { contentLanguage, t } from './language.ts';

export const sayAge = (birthDate: LocalDate | null, on: LocalDate): string => {
  const age = ageOn(birthDate, on);
  return age === null ? t('say.age-unknown') : t(`say.age-${age.unit}`, { count: age.count });
};

/** The age of a child; on the day of its birth the text says "born today" instead. */
export const sayChildAge = (birthDate: LocalDate | null, on: LocalDate, sex: string | null): string =>
  birthDate === on ? t(`say.born-today${sex === 'F' ? '-girl' : sex === 'M' ? '-boy' : ''}`) : sayAge(birthDate, on);

export const sayDay = (day: LocalDate, length: DayForm = 'short'): string => formatDay(day, contentLanguage(), length);

const NEAR_DAYS = 183;

/** For lists: the year is left out where nobody would take it for another. */
export const sayNearDay = (day: LocalDate, today: LocalDate): string =>
  sayDay(
    day,
    day.slice(0, 4) === today.slice(0, 4) && Math.abs(daysBetween(day, today)) <= NEAR_DAYS ? 'dayMonth' : 'medium',
  );

/** The name, or a phrase for a person whose name is not known. */
export const sayName = (name: string | null, who: 'mother' | 'child' | 'caregiver'): string =>
  name === null || name.trim() === '' ? t(`say.no-name-${who}`) : name;

export const saySex = (sex: string | null): string =>
  sex === 'F' ? t('say.girl') : sex === 'M' ? t('say.boy') : t('say.sex-unknown');
