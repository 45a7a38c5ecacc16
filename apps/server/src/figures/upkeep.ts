/** Looks after the figures when the server starts and every hour. What fails is logged and tried again the next hour. */
import type { CountFigures } from '@denba/sync-server/figures/figures';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Log } from '../http/create-server.ts';
import type { RecordWork } from '../record-threads/record-work.ts';
import { keepFigures } from './keep-figures.ts';

const EVERY_MS = 3_600_000;

type Given = {
  readonly db: Kysely<Tables>;
  readonly figures: CountFigures;
  readonly work: Pick<RecordWork, 'makeAgain'>;
  /** Places that are made again side by side. */
  readonly atOnce: number;
  readonly now: () => Date;
  readonly log: Log;
};

export type Upkeep = {
  /** Once more, now: ends when the figures are those of today. */
  readonly look: () => Promise<void>;
  /** Waits for what is under way. */
  readonly stop: () => Promise<void>;
};

export const startUpkeep = ({ db, figures, work, atOnce, now, log }: Given): Upkeep => {
  let underWay = Promise.resolve();
  const look = (): Promise<void> => {
    underWay = underWay
      .then(() => keepFigures(db, { figures, work, atOnce }, now()))
      .catch((failure: unknown) =>
        log({ kind: 'figures', what: failure instanceof Error ? failure.message : 'unknown' }),
      );
    return underWay;
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
};
