/** The two works on records that take long: to take in a bundle, and to make the figures of a place again. */
import type { Bundle } from '@denba/sync/bundle';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { ReceiveError, Sender } from '@denba/sync/receiving/receive-bundle';
import type { BundleAnswer } from '@denba/sync/wire';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { makePlaceAgain } from '@denba/sync-server/make-place-again';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type RecordWork = {
  /** `at`: when it came, by the server's clock. What was signed is read no more: `isSignedBy` was asked before. */
  readonly receive: (
    sender: Sender,
    bundle: Pick<Bundle, 'head' | 'lines'>,
    at: Date,
  ) => Promise<BundleAnswer | ReceiveError>;
  /** Summaries, facts and figures of a place, from its entries. `today`: the day on which it is counted. */
  readonly makeAgain: (place: string, today: string) => Promise<void>;
};

type Given = {
  readonly db: Kysely<Tables>;
  readonly fold: Fold;
  /** `null`: no figures are kept, and no place is made again. */
  readonly figures: CountFigures | null;
};

export const recordWork = ({ db, fold, figures }: Given): RecordWork => ({
  receive: (sender, bundle, at) => receiveBundle({ db, fold, figures, now: () => at }, sender, bundle),
  makeAgain: async (place, today) => {
    if (figures === null) throw new Error('no figures are kept');
    await makePlaceAgain(db, place, { fold, figures: { ...figures, today } });
  },
});
