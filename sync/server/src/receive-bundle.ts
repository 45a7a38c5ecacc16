/** Receives a bundle in one transaction: when it answers, every entry that it acknowledges is on disk. */
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
  /** `null`: folding is left for `foldPending`. */
  readonly fold: Fold | null;
  /** `null`: no figures are kept. */
  readonly figures: CountFigures | null;
  readonly now: () => Date;
};

/** The same as `hashEntryText`, in a tenth of the time. */
const hashByNode = (text: string): EntryHash => createHash('sha256').update(text).digest('hex') as EntryHash;

/**
 * SQLSTATE codes after which a transaction is tried again. When two places write to each other's feeds at once,
 * PostgreSQL may abort one of them as a deadlock (40P01); a spread database reports the same between two machines as
 * 40001.
 */
const TAKEN_BACK = ['40P01', '40001'];
const TRIES = 5;

/** The caller has verified the signature of the bundle: `isSignedBy`. */
export const receiveBundle = (
  given: Given,
  sender: Sender,
  bundle: Pick<Bundle, 'head' | 'lines'>,
): Promise<BundleAnswer | ReceiveError> => untilKept(() => receiveOnce(given, sender, bundle));

/** Retries `work`, which must be a single transaction, when PostgreSQL aborted it because of another one. */
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
