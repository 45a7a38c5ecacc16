/** The people of a note in the form that the search for families compares. */
import type { FamilyCandidate } from '@denba/records/find-family/family-names';
import type { NoteFacts } from '../note/note-facts.ts';

export const noteCandidate = ({ mother, child, family }: NoteFacts): FamilyCandidate => ({
  motherName: mother.name,
  otherNames: child.name === null ? [] : [child.name],
  phones: family.phone === null ? [] : [family.phone],
  village: family.village,
  cardCode: null,
  motherBirth: mother.birthDate === null ? null : { on: mother.birthDate, precision: 'estimated' },
  children: [{ on: child.birthDate, sex: child.sex === 'M' ? 'M' : child.sex === 'F' ? 'F' : null }],
});
