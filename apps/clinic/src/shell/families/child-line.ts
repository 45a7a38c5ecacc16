/** A child as one line of a list: « Moussa, 7 semaines », or « fille, 3 jours » while it has no name. */
import type { CareChild } from '@denba/protocols/care/lists/care-child';
import type { LocalDate } from '@denba/quantities/local-date';
import { t } from '../words/language.ts';
import { sayChildAge, sayDay, saySex } from '../words/say.ts';

export const childLine = ({ name, sex, birthDate, diedOn, diedSomeDay }: CareChild, today: LocalDate): string => {
  const who = name === null || name.trim() === '' ? saySex(sex) : name;
  if (diedSomeDay === true) return t('say.child-died-some-day', { name: who });
  if (diedOn !== null) return t('say.child-died', { name: who, day: sayDay(diedOn) });
  return t('say.child-line', { name: who, age: sayChildAge(birthDate, today, sex) });
};
