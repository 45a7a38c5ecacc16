/**
 * Threads for work on records, so that the server stays responsive meanwhile and uses more than one processor. A thread
 * is started when all existing ones are busy: a server with few phones has one. Each thread works in transactions over
 * connections of its own, so that the database coordinates threads in the same way as servers.
 */
import { Worker } from 'node:worker_threads';
import type { IndicatorSet } from '@denba/indicators/indicator';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { Log } from '../http/create-server.ts';
import { foldInPauses } from './fold-in-pauses.ts';
import type { HowToFold, RecordWork } from './record-work.ts';

type Step = keyof RecordWork;

export type Asked =
  | { readonly kind: 'ask'; readonly number: number; readonly step: Step; readonly given: readonly unknown[] }
  | { readonly kind: 'end' };

export type Told =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly number: number; readonly failure: unknown }
  | { readonly kind: 'log'; readonly line: Parameters<Log>[0] };

export type WorkerGiven = {
  readonly databaseUrl: string;
  readonly careRules: CareRules;
  readonly indicators: IndicatorSet;
  /** Shared memory, so that a thread sees it while it folds: 1 when it should end (`foldInPauses`). */
  readonly enough: Int32Array;
};

export type RecordThreads = RecordWork & {
  /** Ends the threads; must be called when no requests come any more. */
  readonly end: () => Promise<void>;
};

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (why: unknown) => void };
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; readonly ended: Promise<void> };

/** Half of Node's default: most of what a bundle allocates is garbage once it is answered. */
const YOUNG_MB = 24;

/** A phone that sent a bundle so recently may be about to send the next one. */
const RECENT_MS = 2_000;

/** `most`: limit of threads, at least one. */
export const recordThreads = (
  given: Omit<WorkerGiven, 'enough'>,
  most: number,
  now: () => Date,
  log: Log,
): RecordThreads => {
  const threads = new Set<Thread>();
  const enough = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let number = 0;
  const started = (): Thread => {
    const worker = new Worker(new URL('./start-record-thread.mjs', import.meta.url), {
      workerData: { ...given, enough } satisfies WorkerGiven,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const waiting: Thread['waiting'] = new Map();
    worker.on('message', (told: Told) => {
      if (told.kind === 'log') {
        log(told.line);
        return;
      }
      const asker = waiting.get(told.number);
      waiting.delete(told.number);
      if (told.kind === 'answer') asker?.resolve(told.answer);
      else asker?.reject(told.failure);
    });
    // The database rolls back whatever the thread was doing; the next request uses another thread.
    const fail = (why: unknown): void => {
      threads.delete(thread);
      for (const { reject } of waiting.values()) reject(why);
      waiting.clear();
    };
    worker.on('error', fail);
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        fail(new Error('a thread that works on records ended'));
        resolve();
      });
    });
    const thread = { worker, waiting, ended };
    threads.add(thread);
    return thread;
  };
  const askOf = (thread: Thread, step: Step, asked: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      number += 1;
      thread.waiting.set(number, { resolve, reject });
      thread.worker.postMessage({ kind: 'ask', number, step, given: asked } satisfies Asked);
    });
  const ask = (step: Step, ...asked: readonly unknown[]): Promise<unknown> =>
    askOf(leastBusy(threads, most) ?? started(), step, asked);
  /** Every idle thread folds a share of the places. */
  const foldPending = async (at: Date, how: HowToFold = {}): Promise<boolean> => {
    const free = [...threads].filter(({ waiting }) => waiting.size === 0);
    const last = recentPlaces();
    const folding = free.length > 0 ? free : [leastBusy(threads, most) ?? started()];
    // All shares are awaited: the caller must not start again while one of them is still folding.
    const ended = await Promise.allSettled(
      folding.map((thread, nth) =>
        askOf(thread, 'foldPending', [at, { ...how, last, share: { nth, of: folding.length } }]),
      ),
    );
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
    return ended.some((one) => one.status === 'fulfilled' && one.value === true);
  };
  /** When the last bundle of each place came. */
  const cameAt = new Map<string, number>();
  const recentPlaces = (): readonly string[] => {
    for (const [place, ms] of cameAt) if (ms < now().getTime() - RECENT_MS) cameAt.delete(place);
    return [...cameAt.keys()];
  };
  const pauses = foldInPauses(foldPending, (isEnough) => Atomics.store(enough, 0, isEnough ? 1 : 0), now, log);
  return {
    receive: (sender, { head, lines }, at) => {
      cameAt.set(sender.place, now().getTime());
      return pauses.during(ask('receive', sender, { head, lines }, at) as ReturnType<RecordWork['receive']>);
    },
    foldPending,
    rebuild: (place, today) => ask('rebuild', place, today) as ReturnType<RecordWork['rebuild']>,
    compare: (place, today) => ask('compare', place, today) as ReturnType<RecordWork['compare']>,
    end: async () => {
      await pauses.end();
      const all = [...threads];
      for (const { worker } of all) worker.postMessage({ kind: 'end' } satisfies Asked);
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
};

/** Returns `null` when a new thread should be started. */
const leastBusy = (threads: ReadonlySet<Thread>, most: number): Thread | null => {
  const [least] = [...threads].toSorted((a, b) => a.waiting.size - b.waiting.size);
  return least === undefined || (least.waiting.size > 0 && threads.size < most) ? null : least;
};
