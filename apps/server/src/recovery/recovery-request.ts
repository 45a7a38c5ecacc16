/** The state of a request for a recovery key, from its row and the time. Pure. */
export type RequestRow = {
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly agreed_by: string | null;
  readonly agreed_at: Date | null;
  readonly ended_at: Date | null;
};

/** Time to find a second person. */
export const AGREE_WITHIN_MS = 24 * 3_600_000;
/** Time to show the key, with the phone at hand. */
export const SHOW_WITHIN_MS = 3_600_000;

export type RequestState =
  /** There is no request, or it was shown, withdrawn or has expired. */
  'none' | 'asked' | 'agreed';

export const stateOf = (request: RequestRow | undefined, now: Date): RequestState => {
  if (request === undefined || request.ended_at !== null) return 'none';
  if (request.agreed_at !== null) return isWithin(request.agreed_at, SHOW_WITHIN_MS, now) ? 'agreed' : 'none';
  return isWithin(request.asked_at, AGREE_WITHIN_MS, now) ? 'asked' : 'none';
};

const isWithin = (since: Date, ms: number, now: Date): boolean => now.getTime() < since.getTime() + ms;
