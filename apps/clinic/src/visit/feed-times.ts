/**
 * Feeds under observation, by the draft of their visit. A feed outlasts the three minutes after which the phone locks:
 * its beginning is kept while the app runs. Times only, on no disk; a feed that was cut short by a restart is timed anew.
 */
export type FeedTime = {
  /** Milliseconds on the clock of the phone; `null`: none is under way. */
  readonly from: number | null;
  /** How long the last one took; `null`: none was timed to its end. */
  readonly lasted: number | null;
};

export const notTimed: FeedTime = { from: null, lasted: null };

export const feedTimes = new Map<string, FeedTime>();
