/**
 * Runs the long work on protocols in a thread, so that the server stays responsive. The thread is started on the first
 * request.
 */
import { Worker } from 'node:worker_threads';
import type { Progress } from '@denba/protocols/what-if/replay/baseline';
import type { ProtocolWork } from './protocol-work.ts';

type Step = keyof ProtocolWork;

export type Asked =
  | { readonly kind: 'ask'; readonly number: number; readonly step: Step; readonly given: readonly unknown[] }
  | { readonly kind: 'stop'; readonly number: number };

export type Told =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'progress'; readonly number: number; readonly progress: Progress }
  | { readonly kind: 'failure'; readonly number: number; readonly why: string };

type Asking = Parameters<ProtocolWork['replay']>;

/** Like `ProtocolWork`, except that progress and stopping are separate. */
export type ProtocolThread = {
  readonly work: Omit<ProtocolWork, 'replay'>;
  readonly replay: (...given: readonly [base: Asking[0], draft: Asking[1], today: Asking[2]]) => {
    readonly result: ReturnType<ProtocolWork['replay']>;
    readonly stop: () => void;
  };
  /** Progress of the running replay; `null`: none is running. */
  readonly progress: () => Progress | null;
  readonly end: () => Promise<void>;
};

export class ThreadEnded extends Error {}

export const protocolThread = (files: ReadonlyMap<string, string>): ProtocolThread => {
  let worker: Worker | null = null;
  let number = 0;
  let now: Progress | null = null;
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (why: Error) => void }>();
  const fail = (why: Error): void => {
    worker = null;
    now = null;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  const started = (): Worker => {
    if (worker !== null) return worker;
    const made = new Worker(new URL('./start-protocol-thread.mjs', import.meta.url), {
      workerData: files,
      execArgv: [],
    });
    made.on('message', (told: Told) => {
      if (told.kind === 'progress') {
        now = told.progress;
        return;
      }
      const asker = waiting.get(told.number);
      waiting.delete(told.number);
      if (told.kind === 'answer') asker?.resolve(told.answer);
      else asker?.reject(new Error(told.why));
    });
    made.on('error', fail);
    made.on('exit', () => fail(new ThreadEnded('the thread ended')));
    // A pending request keeps the process alive; an idle thread does not.
    made.unref();
    worker = made;
    return made;
  };
  const ask = (step: Step, ...given: readonly unknown[]): { readonly answer: Promise<unknown>; number: number } => {
    number += 1;
    const own = number;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(own, { resolve, reject }));
    started().postMessage({ kind: 'ask', number: own, step, given } satisfies Asked);
    return { answer, number: own };
  };
  const one =
    <S extends Exclude<Step, 'replay'>>(step: S) =>
    (...given: Parameters<ProtocolWork[S]>): ReturnType<ProtocolWork[S]> =>
      ask(step, ...given).answer as ReturnType<ProtocolWork[S]>;
  return {
    work: {
      packOfOverlays: one('packOfOverlays'),
      cells: one('cells'),
      check: one('check'),
      has: one('has'),
      begin: one('begin'),
      take: one('take'),
      end: one('end'),
      why: one('why'),
    },
    replay: (base, draft, today) => {
      const asked = ask('replay', base, draft, today);
      const result = asked.answer.finally(() => {
        now = null;
      }) as ReturnType<ProtocolWork['replay']>;
      return {
        result,
        stop: () => worker?.postMessage({ kind: 'stop', number: asked.number } satisfies Asked),
      };
    },
    progress: () => now,
    end: async () => {
      await worker?.terminate();
    },
  };
};
