/** The names and other data by which a family of the list can be found. */

import { localDate } from '@denba/quantities/local-date';
import type { FamilyNames } from '@denba/records/find-family/family-names';
import type { CareRow } from './care-row.ts';

/** The list knows only the year of the mother's birth, so 1 July of it is used, marked as estimated. */
export const namesOfRow = ({
  family,
  mother,
  father,
  caregiver,
  phone,
  village,
  cardCode,
  children,
}: CareRow): FamilyNames => ({
  family,
  motherName: mother.name,
  otherNames: [father, caregiver, ...children.map(({ name }) => name)].filter((name) => name !== null),
  phones: phone === null ? [] : [phone],
  village,
  cardCode,
  registerNumbers: children.flatMap(({ care }) => (care === null ? [] : [care.number])),
  motherBirth:
    mother.birthYear === null
      ? null
      : { on: localDate(`${String(mother.birthYear).padStart(4, '0')}-07-01`), precision: 'estimated' },
  children: children.map(({ birthDate, sex }) => ({ on: birthDate, sex })),
});
