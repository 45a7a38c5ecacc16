/** The names of a family's mother and children. */
import type { Timeline } from '@denba/records/timeline/timeline';
import { sayName } from '../shell/words/say.ts';

export const familyNames = ({
  persons,
  children,
}: Timeline): { readonly mother: string; readonly children: string } => {
  const mother = persons.find(({ roles }) => roles.includes('mother'))?.name ?? null;
  const names = children
    .filter(({ stillborn }) => stillborn !== true)
    .map(({ id }) => sayName(persons.find((person) => person.id === id)?.name ?? null, 'child'));
  return { mother: sayName(mother, 'mother'), children: names.join(', ') };
};
