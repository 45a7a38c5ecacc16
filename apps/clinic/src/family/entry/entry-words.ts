/** The names of an entry's form and of the person whom it is about. */

import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { t } from '../../shell/words/language.ts';
import { sayName } from '../../shell/words/say.ts';
import { knownForm } from './history-words.ts';

export const sayForm = (read: ReadEntry): string => {
  const form = knownForm(read);
  return form === null ? t('family.form-unknown') : t(`family.form.${form}`);
};

/** Returns `null` for an entry about the family as a whole. Ids that were merged count as the same person. */
export const saySubject = ({ persons }: Timeline, { subject }: Pick<ReadEntry, 'subject'>): string | null => {
  const person = persons.find(({ id, sameAs }) => subject !== null && (id === subject || sameAs.includes(subject)));
  if (person === undefined) return null;
  return sayName(person.name, person.roles.includes('child') ? 'child' : 'mother');
};
