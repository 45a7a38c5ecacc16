/**
 * The server as a phone sees it: its requests and their possible answers. `http-server.ts` implements it over the
 * network.
 */
import type { CourierKey } from '@denba/sync/courier/courier-key';
import type { FeedQuestion } from '@denba/sync/feed-page';
import type { PackKey } from '@denba/sync/packs/pack-key';
import type { SealedRecoveryKey } from '@denba/sync/recovery/sealed-recovery-key';
import type { BundleAnswer, FeedEnd } from '@denba/sync/wire';

/** None of these loses anything: entries that were not acknowledged are sent again. */
export type Trouble =
  /** No network, or the connection broke. */
  | { readonly kind: 'offline' }
  /** The server asks to wait or is not well, or the answer was not a valid one. */
  | { readonly kind: 'busy' }
  /** This phone was reported lost. */
  | { readonly kind: 'revoked' }
  /** The server does not know this phone (any more). */
  | { readonly kind: 'notJoined' }
  /** The server refused the request with this code. */
  | { readonly kind: 'refused'; readonly code: string };

export type PushAnswer =
  | { readonly kind: 'received'; readonly answer: BundleAnswer }
  /** The log is received up to `acknowledged`; the server needs the entries after it. */
  | { readonly kind: 'gap'; readonly acknowledged: number }
  | Trouble;

/** The server chooses `limit`. `clockMs`: the time of this phone's clock, so that the server knows a wrong one. */
export type PullQuestion = Omit<FeedQuestion, 'limit'> & { readonly clockMs: number };

export type FeedEntry = { readonly position: number; readonly entry: unknown };

export type PullAnswer =
  | { readonly kind: 'page'; readonly lines: readonly FeedEntry[]; readonly end: FeedEnd }
  /** The server was restored from a backup: the feed must be read again from the beginning. */
  | { readonly kind: 'restarted' }
  | Trouble;

/** A place that families may be sent to. */
export type PlaceAround = { readonly id: string; readonly name: string; readonly kind: string };

export type Around = {
  readonly places: readonly PlaceAround[];
  /** `null`: the server accepts no courier parcels yet. */
  readonly courierKey: CourierKey | null;
  /** Id of the protocol pack of this centre; `null`: the server has none for it. */
  readonly pack: string | null;
  readonly packKey: PackKey | null;
};

/** `text`: the text of `packText`, not validated. */
export type PackAnswer = { readonly kind: 'pack'; readonly text: string } | Trouble;

export type BringAnswer =
  /** `outcome`: one of `parcelOutcomes`, or one that a newer server has. */
  { readonly kind: 'brought'; readonly outcome: string } | Trouble;

export type KeepAnswer = { readonly kind: 'kept' } | Trouble;

export type Server = {
  readonly push: (bundle: string) => Promise<PushAnswer>;
  readonly pull: (question: PullQuestion) => Promise<PullAnswer>;
  readonly around: () => Promise<Around | Trouble>;
  readonly pack: (id: string) => Promise<PackAnswer>;
  /** Hands over one courier parcel of another phone, as text. */
  readonly bring: (parcel: string) => Promise<BringAnswer>;
  /** Sends the recovery key of this phone. */
  readonly keepRecoveryKey: (sealed: SealedRecoveryKey) => Promise<KeepAnswer>;
};
