/**
 * A fact as indicators count it: what happened, on which day, at which place, and the attributes by which figures are
 * broken down. It holds no name, no telephone number and no free text: people who may read figures may not read
 * records.
 */

import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonValue } from '@denba/records/canonical-json';
import type { EntryId, FacilityId, FamilyId, PersonId } from '@denba/records/ids';

export type CountedFact = {
  readonly kind: string;
  /** The day that decides in which month the fact counts. */
  readonly on: LocalDate;
  /**
   * The place for which the fact counts: where it was recorded; for the end of a stay, the place that had the child in
   * care.
   */
  readonly place: FacilityId;
  readonly family: FamilyId;
  readonly subject: PersonId | null;
  /** The entry that the fact comes from. */
  readonly entry: EntryId;
  readonly attributes: Readonly<Record<string, JsonValue>>;
  /** The fact is counted from this day on only: an agreed visit is missed once its last day has passed. */
  readonly since?: LocalDate;
};

/** What somebody counts: kinds of facts, and of which of them the attributes are read. */
export type Asked = {
  readonly counts: (kind: string) => boolean;
  /** A fact of another kind may come without its attributes. */
  readonly reads: (kind: string) => boolean;
};

export const everything: Asked = { counts: () => true, reads: () => true };
