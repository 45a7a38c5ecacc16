/** A child of a family with its age on a day: « Awa, 8 semaines ». */
import type { LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import { keptPerson } from '@denba/records/timeline/kept-person';
import type { Timeline } from '@denba/records/timeline/timeline';
import { sayChildAge, sayName } from './say.ts';

export const sayChild = (
  { persons, children }: Pick<Timeline, 'persons' | 'children'>,
  who: PersonId | null,
  on: LocalDate,
): string => {
  const id = who === null ? null : keptPerson({ persons }, who);
  const name = persons.find((person) => person.id === id)?.name ?? null;
  const child = children.find((one) => one.id === id);
  return `${sayName(name, 'child')}, ${sayChildAge(child?.birthDate ?? null, on, child?.sex ?? null)}`;
};
