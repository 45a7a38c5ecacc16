/** A process that ended without having been asked to is started again: at first after a second, later less often. */

export type Kept<Process> = {
  /** The one that runs now, or ran last. */
  readonly current: () => Process;
  /** Looks no more, once a start that was begun has ended. */
  readonly stop: () => Promise<void>;
};

export type KeepAlive<Process> = {
  readonly isAlive: (process: Process) => boolean;
  readonly start: () => Promise<Process>;
  /** Told of each start, and of each one that failed: `failure` is its sentence. */
  readonly told: (what: { readonly failure: string | null }) => void;
  readonly everyMs?: number;
  readonly longestMs?: number;
};

/** Looks every `everyMs` (1 s); after a start that failed, waits twice as long as before, `longestMs` (30 s) at most. */
export const keepAlive = <Process>(
  first: Process,
  { isAlive, start, told, everyMs = 1_000, longestMs = 30_000 }: KeepAlive<Process>,
): Kept<Process> => {
  let current = first;
  let waitMs = everyMs;
  let stopped = false;
  let starting: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const startAgain = async (): Promise<void> => {
    try {
      current = await start();
      waitMs = everyMs;
      told({ failure: null });
    } catch (failure) {
      waitMs = Math.min(waitMs * 2, longestMs);
      told({ failure: failure instanceof Error ? failure.message : String(failure) });
    }
  };
  const lookLater = (): void => {
    timer = setTimeout(async () => {
      if (!isAlive(current)) starting = startAgain();
      await starting;
      if (!stopped) lookLater();
    }, waitMs);
    // A program that has nothing else to do may end.
    timer.unref();
  };
  lookLater();
  return {
    current: () => current,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await starting;
    },
  };
};
