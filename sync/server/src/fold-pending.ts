/**
 * Folds families whose entries were received without being folded: a phone is answered once its entries are on disk,
 * and the summaries of its families follow. A family that several bundles touched meanwhile is folded once.
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
  /** When several threads fold at once: which of them this is, from 0; each takes other places. */
  readonly share?: Share;
  /** Folded after all others: a phone of these places sends now, and its next bundle would wait for its feed. */
  readonly last?: readonly string[];
  /** Number of families folded in one transaction: phones of the place wait for its end. More at once take less time. */
  readonly most?: number;
  /** Asked after each transaction: `true` leaves the rest for the next call. */
  readonly isEnough?: () => boolean;
};

export type Share = { readonly nth: number; readonly of: number };

/**
 * Folds the families of one place after the other, some in each transaction. Returns `true` when there may be more. A
 * place that cannot be folded keeps its families waiting and does not hold up the others; its error is thrown at the
 * end.
 */
export const foldPending = async ({
  db,
  fold,
  figures,
  now,
  share = WHOLE,
  last = [],
  most = AT_ONCE,
  isEnough = () => false,
}: Given): Promise<boolean> => {
  const places = await placesLeftToFold(db);
  const mine = places.filter((_, at) => at % share.of === share.nth);
  const late = new Set(last);
  const inOrder = [...mine.filter((place) => !late.has(place)), ...mine.filter((place) => late.has(place))];
  const failures: unknown[] = [];
  const foldSome = (place: string): Promise<number> =>
    untilKept(() =>
      db.transaction().execute((tx) => {
        const at = now();
        const counted = figures === null ? null : { ...figures, today: at.toISOString().slice(0, 10) };
        return takeAndFold(postgresStore(tx, { at, phoneOffMs: null }, counted), place, most, fold, pause);
      }),
    );
  for (const place of inOrder) {
    try {
      while ((await foldSome(place)) === most && !isEnough());
    } catch (failure) {
      failures.push(failure);
    }
    if (isEnough()) break;
  }
  if (failures.length > 0) throw failures[0];
  return places.length > 0;
};

const AT_ONCE = 200;

const WHOLE: Share = { nth: 0, of: 1 };

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
