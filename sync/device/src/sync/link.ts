/**
 * What ties a phone to its centre on the server, kept sealed on the phone: its token, how far its log was received, how
 * far it has read. Losing it loses nothing: everything is sent and read again, and nothing is doubled by that.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { CourierKey } from '@denba/sync/courier/courier-key';
import type { HeldLog } from '@denba/sync/feed-page';
import type { PackKey } from '@denba/sync/packs/pack-key';
import type { Refusal } from '@denba/sync/wire';
import type { SealedStore } from '../device.ts';

export type Link = {
  readonly place: { readonly id: string; readonly name: string };
  readonly token: string;
  /** Entries of this device up to this number are kept by the server. */
  readonly acknowledged: number;
  /** Position in the feed of the place, and the server's mark of the entry there. */
  readonly readUpTo: number;
  readonly seen: string | null;
  /**
   * Up to here the server has this phone's log as the phone itself has it: it said so when it received it. Not sent back.
   */
  readonly held: HeldLog | null;
  /** By this phone's clock. */
  readonly lastContactMs: number | null;
  /** How far this phone's clock is ahead of the server's. */
  readonly clockAheadMs: number;
  /** Entries that the server keeps apart until a supervisor has looked at them. */
  readonly refused: readonly { readonly seq: number; readonly reason: Refusal | string }[];
  readonly revoked: boolean;
  /** What goes to the server by courier is sealed to it; `null`: not met since there are couriers. */
  readonly courierKey: CourierKey | null;
  /**
   * Whoever holds it says which protocols this phone runs. Kept from joining on (by phones that had joined before there
   * were packs: from the next meeting on); another one is taken only by joining again. `null`: none known yet.
   */
  readonly packKey: PackKey | null;
};

type Keys = Partial<Pick<Link, 'courierKey' | 'packKey'>>;

export const newLink = (
  place: Link['place'],
  token: string,
  { courierKey = null, packKey = null }: Keys = {},
): Link => ({
  place,
  token,
  acknowledged: 0,
  readUpTo: 0,
  seen: null,
  held: null,
  lastContactMs: null,
  clockAheadMs: 0,
  refused: [],
  revoked: false,
  courierKey,
  packKey,
});

const KEY = 'link';

export const readLink = async (sealed: SealedStore<JsonValue>): Promise<Link | null> => {
  const kept = (await sealed.get(KEY)) as Link | null;
  return kept === null || typeof kept.token !== 'string' ? null : { ...newLink(kept.place, kept.token), ...kept };
};

export const keepLink = (sealed: SealedStore<JsonValue>, link: Link): Promise<void> =>
  sealed.put(KEY, link as unknown as JsonValue);
