/** Takes in a bundle in one transaction: when it answers, everything that it answers for is on disk. */
import { createHash } from 'node:crypto';
import type { EntryHash } from '@denba/records/entry';
import type { Bundle } from '@denba/sync/bundle';
import type { Fold } from '@denba/sync/receiving/fold-families';
import { type ReceiveError, receiveBundle as receive, type Sender } from '@denba/sync/receiving/receive-bundle';
import type { BundleAnswer } from '@denba/sync/wire';
import type { Kysely } from 'kysely';
import type { CountFigures } from './figures/figures.ts';
import { postgresStore } from './postgres-store.ts';
import type { SyncTables } from './tables.ts';

type Given = {
  readonly db: Kysely<SyncTables>;
  /** `null`: left for `foldPending`. */
  readonly fold: Fold | null;
  /** `null`: no figures are kept. */
  readonly figures: CountFigures | null;
  readonly now: () => Date;
};

/** The same as `hashEntryText`, in a tenth of the time. */
const hashByNode = (text: string): EntryHash => createHash('sha256').update(text).digest('hex') as EntryHash;

/**
 * Of two places that send to each other's feeds at once PostgreSQL may end one, with nothing of it kept. A spread database
 * says the same of two machines in other words.
 */
const TAKEN_BACK = ['40P01', '40001'];
const TRIES = 5;

/** The signature of the bundle was checked before: `isSignedBy`. */
export const receiveBundle = (
  given: Given,
  sender: Sender,
  bundle: Pick<Bundle, 'head' | 'lines'>,
): Promise<BundleAnswer | ReceiveError> => untilKept(() => receiveOnce(given, sender, bundle));

/** `work`: one transaction. */
export const untilKept = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (failure) {
      if (tries === TRIES || !TAKEN_BACK.includes(String((failure as { readonly code?: unknown }).code))) throw failure;
    }
  }
};

const receiveOnce = (
  { db, fold, figures, now }: Given,
  sender: Sender,
  bundle: Pick<Bundle, 'head' | 'lines'>,
): Promise<BundleAnswer | ReceiveError> =>
  db.transaction().execute((tx) => {
    const at = now();
    const counted = figures === null ? null : { ...figures, today: at.toISOString().slice(0, 10) };
    const store = postgresStore(tx, { at, phoneOffMs: sender.clockOffMs ?? null }, counted);
    return receive({ store, fold, serverMs: at.getTime(), hash: hashByNode }, sender, bundle);
  });
