/**
 * Brings the figures up to date at the start of the server and every hour, compares the families of each place once a
 * day, and rolls up what is new to the places above every few seconds: until then a page adds it up itself. Failures are
 * logged and tried again the next time.
 */
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { rollUp } from '@denba/sync-server/figures/roll-up';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { keepDoubles } from '../doubles/keep-doubles.ts';
import type { Log } from '../http/create-server.ts';
import type { RecordWork } from '../record-threads/record-work.ts';
import { keepFigures } from './keep-figures.ts';

const EVERY_MS = 3_600_000;
const ROLL_MS = 2_000;

type Given = {
  readonly db: Kysely<Tables>;
  readonly figures: CountFigures;
  readonly work: Pick<RecordWork, 'rebuild' | 'foldPending' | 'compare'>;
  /** Number of places that are rebuilt in parallel. */
  readonly atOnce: number;
  readonly now: () => Date;
  readonly log: Log;
};

export type Upkeep = {
  /** Runs once more now; resolves when the figures are up to date and families are compared. */
  readonly look: () => Promise<void>;
  /** Stops the timers and waits for running work. */
  readonly stop: () => Promise<void>;
};

export const startUpkeep = ({ db, figures, work, atOnce, now, log }: Given): Upkeep => {
  const doubles = inTurn(() => keepDoubles(db, work.compare, now()), log);
  const look = inTurn(() => keepFigures(db, { figures, work, atOnce }, now()), log);
  const roll = inTurn(() => rollUp(db), log);
  // Families are compared once they are folded.
  const lookAndCompare = (): Promise<void> => look().then(doubles);
  lookAndCompare();
  const timers = [setInterval(lookAndCompare, EVERY_MS), setInterval(roll, ROLL_MS)];
  for (const timer of timers) timer.unref();
  return {
    look: async () => {
      await look();
      await roll();
      await doubles();
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await look.ended();
      await Promise.all([doubles.ended(), roll.ended()]);
    },
  };
};

type Turns = { (): Promise<void>; readonly ended: () => Promise<void> };

/**
 * Runs the work one call after the other. At most one call waits; further calls share it, because it will cover them
 * too.
 */
const inTurn = (work: () => Promise<void>, log: Log): Turns => {
  let underWay = Promise.resolve();
  let next: Promise<void> | null = null;
  const turn = (): Promise<void> => {
    if (next !== null) return next;
    next = underWay.then(async () => {
      next = null;
      try {
        await work();
      } catch (failure) {
        log({ kind: 'figures', what: failure instanceof Error ? failure.message : 'unknown' });
      }
    });
    underWay = next;
    return next;
  };
  return Object.assign(turn, { ended: () => underWay });
};
