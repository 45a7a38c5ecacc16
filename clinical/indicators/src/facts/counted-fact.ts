/**
 * A fact as indicators count it: what happened, on which day, at which place, with what figures are broken down by. It
 * holds no name, no telephone number and no word that somebody wrote: whoever reads figures may not read records.
 */

import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonValue } from '@denba/records/canonical-json';
import type { EntryId, FacilityId, FamilyId, PersonId } from '@denba/records/ids';

export type CountedFact = {
  readonly kind: string;
  /** The day that puts it in a month. */
  readonly on: LocalDate;
  /** The place under which it counts: who recorded it, and of the end of a stay who had the child in care. */
  readonly place: FacilityId;
  readonly family: FamilyId;
  readonly subject: PersonId | null;
  /** The entry that says it. */
  readonly entry: EntryId;
  readonly attributes: Readonly<Record<string, JsonValue>>;
  /** It is true from this day on only: an agreed visit is missed when its last day has passed. */
  readonly since?: LocalDate;
};

/** What somebody counts: kinds of facts, and of which of them the attributes are read. */
export type Asked = {
  readonly counts: (kind: string) => boolean;
  /** A fact of another kind may come without its attributes. */
  readonly reads: (kind: string) => boolean;
};

export const everything: Asked = { counts: () => true, reads: () => true };
