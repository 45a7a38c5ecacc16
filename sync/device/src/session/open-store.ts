/** The store of an unlocked session, as its parts share it. */
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
  /**
   * Cache of the entries of families that were read lately, by family (not by root): the family on the screen is
   * usually the next one saved to.
   */
  readonly recent: Map<FamilyId, readonly Entry[]>;
  /**
   * Incremented whenever entries are added, here or by another tab: entries read before an addition are not cached
   * after it.
   */
  additions: number;
  /** Called after every change, with the families whose entries or row changed. */
  readonly changed: (families: ReadonlySet<FamilyId>) => void;
  /**
   * Applies what other tabs wrote. Must be called inside `exclusively`. Returns `false` when it had to lock the
   * session, because a newer app in another tab uses another row version; nothing may be written any more.
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
