/**
 * Folds families whose entries were taken in without that: a phone is answered once its entries are on disk, and what they
 * say of their families follows. A family that several bundles touched meanwhile is folded once.
 */
import { type Fold, takeAndFold } from '@denba/sync/receiving/fold-families';
import type { Kysely } from 'kysely';
import type { CountFigures } from './figures/figures.ts';
import { placesLeftToFold } from './left-to-fold.ts';
import { postgresStore } from './postgres-store.ts';
import { untilKept } from './receive-bundle.ts';
import type { SyncTables } from './tables.ts';

type Given = {
  readonly db: Kysely<SyncTables>;
  readonly fold: Fold;
  /** `null`: no figures are kept. */
  readonly figures: CountFigures | null;
  readonly now: () => Date;
  /** Of several that fold at once, which one this is, from 0; each takes other places. */
  readonly share?: Share;
};

export type Share = { readonly nth: number; readonly of: number };

/**
 * Of each place some, each place in a transaction of its own. `true`: there may be more. A place that cannot be folded keeps
 * what is left and holds up no other; it is thrown at the end.
 */
export const foldPending = async ({ db, fold, figures, now, share = WHOLE }: Given): Promise<boolean> => {
  const places = await placesLeftToFold(db);
  const mine = places.filter((_, at) => at % share.of === share.nth);
  const failures: unknown[] = [];
  for (const place of mine) {
    await untilKept(() =>
      db.transaction().execute((tx) => {
        const at = now();
        const counted = figures === null ? null : { ...figures, today: at.toISOString().slice(0, 10) };
        return takeAndFold(postgresStore(tx, { at, phoneOffMs: null }, counted), place, AT_ONCE, fold, pause);
      }),
    ).catch((failure: unknown) => failures.push(failure));
  }
  if (failures.length > 0) throw failures[0];
  return places.length > 0;
};

/** Families: phones of the place wait as long as these take. */
const AT_ONCE = 200;

const WHOLE: Share = { nth: 0, of: 1 };

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
