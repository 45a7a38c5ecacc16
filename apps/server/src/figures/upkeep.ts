/** Looks after the figures when the server starts and every hour. What fails is logged and tried again the next hour. */
import type { CountFigures } from '@denba/sync-server/figures/figures';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Log } from '../http/create-server.ts';
import { keepFigures } from './keep-figures.ts';

const EVERY_MS = 3_600_000;

type Given = {
  readonly db: Kysely<Tables>;
  readonly figures: CountFigures;
  readonly now: () => Date;
  readonly log: Log;
};

/** `stop` waits for what is under way. */
export const startUpkeep = ({ db, figures, now, log }: Given): { readonly stop: () => Promise<void> } => {
  let underWay = Promise.resolve();
  const look = (): void => {
    underWay = underWay
      .then(() => keepFigures(db, figures, now()))
      .catch((failure: unknown) =>
        log({ kind: 'figures', what: failure instanceof Error ? failure.message : 'unknown' }),
      );
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
};
