/** The store of an unlocked session, and what its parts need to know of each other. */
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import type { Contents } from '../contents/contents.ts';
import type { DeviceOptions } from '../device.ts';
import type { OpenKeys } from '../keys/data-key.ts';
import type { Surroundings } from '../surroundings.ts';

export type OpenStore<Row> = {
  readonly options: DeviceOptions<Row>;
  readonly surroundings: Surroundings;
  readonly keys: OpenKeys;
  contents: Contents<Row>;
  /** Entries of families that were read lately, by family (not root): what is open on the screen is saved to next. */
  readonly recent: Map<FamilyId, readonly Entry[]>;
  /** Grows with everything that is added, here or by another tab: what was read before is not remembered after. */
  additions: number;
  /** Called after every change, with the families whose entries or row changed. */
  readonly changed: (families: ReadonlySet<FamilyId>) => void;
  /**
   * Counts in what other tabs wrote. Must run inside `exclusively`. `false`: the session was locked, because a newer app
   * in another tab reads the store in another way; nothing may be written any more.
   */
  readonly catchUp: () => Promise<boolean>;
};

const RECENT_FAMILIES = 12;

export const remember = <Row>({ recent }: OpenStore<Row>, family: FamilyId, entries: readonly Entry[]): void => {
  recent.delete(family);
  recent.set(family, entries);
  const [oldest] = recent.keys();
  if (recent.size > RECENT_FAMILIES && oldest !== undefined) recent.delete(oldest);
};
