/**
 * The slow work on records: receive a bundle, fold the families it touched, rebuild the figures of a place, compare its
 * families with each other.
 */
import type { Bundle } from '@denba/sync/bundle';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { ReceiveError, Sender } from '@denba/sync/receiving/receive-bundle';
import type { BundleAnswer } from '@denba/sync/wire';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { foldPending, type Share } from '@denba/sync-server/fold-pending';
import { rebuildPlace } from '@denba/sync-server/rebuild-place';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { compareFamilies } from '../doubles/keep-doubles.ts';

export type RecordWork = {
  /** `at`: when the bundle arrived, by the server's clock. The caller has verified its signature: `isSignedBy`. */
  readonly receive: (
    sender: Sender,
    bundle: Pick<Bundle, 'head' | 'lines'>,
    at: Date,
  ) => Promise<BundleAnswer | ReceiveError>;
  /** Folds some of the families that bundles left unfolded (`foldLater`). Returns `true` when there may be more. */
  readonly foldPending: (at: Date, how?: HowToFold) => Promise<boolean>;
  /** Rebuilds summaries, facts and figures of a place from its entries. `today`: the day on which they are counted. */
  readonly rebuild: (place: string, today: string) => Promise<void>;
  /** Notes the families of a place that may be one family. Other work goes on meanwhile. */
  readonly compare: (place: string, today: string) => Promise<void>;
};

export type HowToFold = {
  /** Folds only this share of the places. */
  readonly share?: Share;
  /** Places that are folded after all others. */
  readonly last?: readonly string[];
  /**
   * `true`: in a pause between bundles; `false`: beside bundles, in short transactions. Both end after the transaction
   * under way once `isEnough`; without it everything is folded.
   */
  readonly inPause?: boolean;
};

/** Number of families folded in one transaction while a bundle of their place may be waiting for its end. */
const BESIDE_BUNDLES = 50;

type Given = {
  readonly db: Kysely<Tables>;
  readonly fold: Fold;
  /** `null`: no figures are kept, and `rebuild` throws. */
  readonly figures: CountFigures | null;
  /** Bundles are answered before they are folded; the caller must then call `foldPending`. */
  readonly foldLater?: boolean;
  /** Whether folding in a pause or beside bundles should end now. */
  readonly isEnough?: () => boolean;
};

export const recordWork = ({ db, fold, figures, foldLater = false, isEnough }: Given): RecordWork => ({
  receive: (sender, bundle, at) =>
    receiveBundle({ db, fold: foldLater ? null : fold, figures, now: () => at }, sender, bundle),
  foldPending: (at, { share, last = [], inPause } = {}) =>
    foldPending({
      ...{ db, fold, figures, last, now: () => at },
      ...(share && { share }),
      ...(inPause === false && { most: BESIDE_BUNDLES }),
      ...(inPause !== undefined && isEnough && { isEnough }),
    }),
  rebuild: async (place, today) => {
    if (figures === null) throw new Error('no figures are kept');
    await rebuildPlace(db, place, { fold, figures: { ...figures, today } });
  },
  compare: (place, today) => compareFamilies(db, place, today),
});
