/**
 * Feeds being timed, by the draft key of their visit. A feed lasts longer than the three minutes after which the phone
 * locks, so its start is kept while the app runs. Contains only times and is never stored; after a restart the feed
 * must be timed again.
 */
export type FeedTime = {
  /** Start in milliseconds of the phone's clock; `null` when no feed is being timed. */
  readonly from: number | null;
  /** Duration of the last feed, in seconds; `null` when none was timed to its end. */
  readonly lasted: number | null;
};

export const notTimed: FeedTime = { from: null, lasted: null };

export const feedTimes = new Map<string, FeedTime>();
