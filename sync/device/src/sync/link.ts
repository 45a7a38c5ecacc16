/**
 * The link of a phone to its centre on the server, stored encrypted on the phone: its token, how far its log was
 * received, and how far it has read the feed. Losing it does no harm: everything is sent and read again, without
 * duplicates.
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
  /** The server has this device's entries up to and including this number. */
  readonly acknowledged: number;
  /** `readUpTo`: position in the feed of the place; `seen`: the server's mark of the entry there. */
  readonly readUpTo: number;
  readonly seen: string | null;
  /**
   * Up to here the server has exactly this phone's log, as it confirmed on receipt; these entries are not sent back.
   */
  readonly held: HeldLog | null;
  /** Time of the last answer of the server, by this phone's clock. */
  readonly lastContactMs: number | null;
  /** How far this phone's clock is ahead of the server's; negative when it is behind. */
  readonly clockAheadMs: number;
  /** Entries that the server keeps in quarantine until a supervisor has looked at them. */
  readonly refused: readonly { readonly seq: number; readonly reason: Refusal | string }[];
  readonly revoked: boolean;
  /** The key that courier parcels for the server are encrypted to; `null`: the server has not sent one yet. */
  readonly courierKey: CourierKey | null;
  /**
   * The key that decides which protocols this phone runs. It is fixed on joining (for phones that joined before packs
   * existed: at the next meeting); it is replaced only by joining again. `null`: none is known yet.
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
