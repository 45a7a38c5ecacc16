/**
 * The id under which a person is known after merges. Entries keep the id that they were saved with; persons and
 * children have the kept id.
 */
import type { PersonId } from '../ids.ts';
import type { Timeline } from './timeline.ts';

export const keptPerson = ({ persons }: Pick<Timeline, 'persons'>, id: PersonId): PersonId =>
  persons.find(({ sameAs }) => sameAs.includes(id))?.id ?? id;
