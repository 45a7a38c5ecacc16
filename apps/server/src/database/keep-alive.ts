/** Restarts a process that ended unexpectedly: at first after a second, after failed starts less often. */

export type Kept<Process> = {
  /** The process that runs now, or ran last. */
  readonly current: () => Process;
  /** Stops watching; resolves after a start that is under way has ended. */
  readonly stop: () => Promise<void>;
};

export type KeepAlive<Process> = {
  readonly isAlive: (process: Process) => boolean;
  readonly start: () => Promise<Process>;
  /** Called after each restart and after each failed one; `failure` is the error message. */
  readonly told: (what: { readonly failure: string | null }) => void;
  readonly everyMs?: number;
  readonly longestMs?: number;
};

/**
 * Checks every `everyMs` (default 1 s); after a failed start, waits twice as long as before, at most `longestMs`
 * (default 30 s).
 */
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
    // The timer must not keep a program alive that has nothing else to do.
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
