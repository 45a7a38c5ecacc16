/** The server as a phone sees it: its questions, and what can come of them. `http-server.ts` asks over the network. */
import type { CourierKey } from '@denba/sync/courier/courier-key';
import type { FeedQuestion } from '@denba/sync/feed-page';
import type { PackKey } from '@denba/sync/packs/pack-key';
import type { SealedRecoveryKey } from '@denba/sync/recovery/sealed-recovery-key';
import type { BundleAnswer, FeedEnd } from '@denba/sync/wire';

/** Nothing is lost by any of these: what was not acknowledged is sent again. */
export type Trouble =
  /** No network, or it broke off. */
  | { readonly kind: 'offline' }
  /** The server asks to wait, or is not well itself. */
  | { readonly kind: 'busy' }
  /** This phone was reported lost. */
  | { readonly kind: 'revoked' }
  /** The server does not know this phone (any more). */
  | { readonly kind: 'notJoined' }
  /** The server understood and said no: a code of its own. */
  | { readonly kind: 'refused'; readonly code: string };

export type PushAnswer =
  | { readonly kind: 'received'; readonly answer: BundleAnswer }
  /** The log is received up to here; what follows is asked for. */
  | { readonly kind: 'gap'; readonly acknowledged: number }
  | Trouble;

/** `limit` is the server's. */
export type PullQuestion = Omit<FeedQuestion, 'limit'>;

export type FeedEntry = { readonly position: number; readonly entry: unknown };

export type PullAnswer =
  | { readonly kind: 'page'; readonly lines: readonly FeedEntry[]; readonly end: FeedEnd }
  /** The server was put back from a backup: the feed is read again from the beginning. */
  | { readonly kind: 'restarted' }
  | Trouble;

/** A place that families may be sent to. */
export type PlaceAround = { readonly id: string; readonly name: string; readonly kind: string };

export type Around = {
  readonly places: readonly PlaceAround[];
  /** `null`: a server that takes no courier parcels yet. */
  readonly courierKey: CourierKey | null;
  /** Name of the protocol pack of this centre; `null`: a server that has none to give. */
  readonly pack: string | null;
  readonly packKey: PackKey | null;
};

/** `text`: of `packText`, as it came. */
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
  /** Hands in the recovery key of this phone. */
  readonly keepRecoveryKey: (sealed: SealedRecoveryKey) => Promise<KeepAnswer>;
};
