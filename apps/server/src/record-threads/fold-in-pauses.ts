/**
 * Decides when the families of received bundles are folded: in the pauses between bundles, which end when a bundle
 * comes, so that an entry soon counts in its figure; and every `LONGEST_MS`, beside the bundles until they pause,
 * whatever the pauses were too short for, so that a family of several bundles is folded once.
 */
import type { Log } from '../http/create-server.ts';
import type { RecordWork } from './record-work.ts';

/**
 * A pause: no bundle was being received for this time. Before a bundle is received it is unpacked and its signature
 * checked: under load that takes some tens of milliseconds for those of several phones at once.
 */
const PAUSE_MS = 100;
const LONGEST_MS = 10_000;

export type FoldInPauses = {
  /** Wraps the receiving of each bundle. */
  readonly during: <Answer>(receiving: Promise<Answer>) => Promise<Answer>;
  /**
   * Waits for running work, and starts no more. Families left unfolded are folded after the next start (`keepFigures`).
   */
  readonly end: () => Promise<void>;
};

/** `enough`: tells the folding under way whether to end after its present transaction. */
export const foldInPauses = (
  foldPending: RecordWork['foldPending'],
  enough: (isEnough: boolean) => void,
  now: () => Date,
  log: Log,
): FoldInPauses => {
  let receiving = 0;
  let left = false;
  let folding: Promise<void> | null = null;
  let ended = false;
  /** What is being folded was begun in a pause, not beside bundles. */
  let begunInPause = false;
  /** There is a pause: no bundle came since it began. */
  let isPause = false;
  let pause: NodeJS.Timeout | null = null;
  let longest: NodeJS.Timeout | null = null;
  const forgetPause = (): void => {
    if (pause !== null) clearTimeout(pause);
    pause = null;
  };
  const forgetLongest = (): void => {
    if (longest !== null) clearTimeout(longest);
    longest = null;
  };
  const begin = (inPause: boolean): void => {
    isPause = inPause;
    if (inPause) {
      forgetPause();
      // In a pause every thread folds: what one of them does beside bundles ends.
      if (folding !== null && !begunInPause) enough(true);
    } else {
      forgetLongest();
      void folding?.then(() => begin(false));
    }
    if (ended || folding !== null || !left) return;
    left = false;
    begunInPause = inPause;
    enough(false);
    folding = foldPending(now(), { inPause }).then(
      (more) => {
        folding = null;
        if (more) left = true;
        // What a pause was too short for does not wait another ten seconds.
        if (!left) forgetLongest();
        if (more && isPause) begin(true);
        else consider();
      },
      (failure: unknown) => {
        log({ kind: 'folding', what: failure instanceof Error ? failure.message : 'unknown' });
        folding = null;
        left = true;
        // Retried later: without a database it would fail again at once.
        forgetLongest();
        if (!ended) longest = setTimeout(begin, LONGEST_MS, false);
      },
    );
  };
  const consider = (): void => {
    if (ended || !left) return;
    longest ??= setTimeout(begin, LONGEST_MS, false);
    forgetPause();
    if (receiving === 0) pause = setTimeout(begin, PAUSE_MS, true);
  };
  return {
    during: async (answer) => {
      receiving += 1;
      isPause = false;
      if (begunInPause) enough(true);
      forgetPause();
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
      enough(true);
      forgetPause();
      forgetLongest();
      await folding;
    },
  };
};
