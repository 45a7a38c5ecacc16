/**
 * Decides when the families of received bundles are folded: in the pauses between bundles, so that an entry soon counts
 * in its figure; when bundles come without a pause, every `LONGEST_MS`, so that a family of several bundles is folded
 * once.
 */
import type { Log } from '../http/create-server.ts';
import type { RecordWork } from './record-work.ts';

/** A pause: no bundle was being received for this time. */
const PAUSE_MS = 20;
const LONGEST_MS = 10_000;

export type FoldInPauses = {
  /** Wraps the receiving of each bundle. */
  readonly during: <Answer>(receiving: Promise<Answer>) => Promise<Answer>;
  /**
   * Waits for running work, and starts no more. Families left unfolded are folded after the next start (`keepFigures`).
   */
  readonly end: () => Promise<void>;
};

export const foldInPauses = (foldPending: RecordWork['foldPending'], now: () => Date, log: Log): FoldInPauses => {
  let receiving = 0;
  let left = false;
  let folding: Promise<void> | null = null;
  let ended = false;
  let pause: NodeJS.Timeout | null = null;
  let longest: NodeJS.Timeout | null = null;
  const forget = (): void => {
    if (pause !== null) clearTimeout(pause);
    if (longest !== null) clearTimeout(longest);
    pause = null;
    longest = null;
  };
  const begin = (): void => {
    forget();
    if (ended || folding !== null || !left) return;
    left = false;
    folding = foldPending(now()).then(
      (more) => {
        folding = null;
        if (more) left = true;
        consider();
      },
      (failure: unknown) => {
        log({ kind: 'folding', what: failure instanceof Error ? failure.message : 'unknown' });
        folding = null;
        left = true;
        // Retried later: without a database it would fail again at once.
        if (!ended) longest ??= setTimeout(begin, LONGEST_MS);
      },
    );
  };
  const consider = (): void => {
    if (ended || !left) return;
    longest ??= setTimeout(begin, LONGEST_MS);
    if (pause !== null) clearTimeout(pause);
    pause = receiving > 0 ? null : setTimeout(begin, PAUSE_MS);
  };
  return {
    during: async (answer) => {
      receiving += 1;
      try {
        return await answer;
      } finally {
        receiving -= 1;
        left = true;
        consider();
      }
    },
    end: async () => {
      ended = true;
      forget();
      await folding;
    },
  };
};
