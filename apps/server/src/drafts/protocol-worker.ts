/** The thread that works on protocols, one request after the other; `protocol-thread.ts` sends the requests. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked, Told } from './protocol-thread.ts';
import { createProtocolWork, type ProtocolWork } from './protocol-work.ts';

const work = createProtocolWork(workerData as ReadonlyMap<string, string>);
const stopped = new Set<number>();
const tell = (told: Told): void => parentPort?.postMessage(told);

const answer = async ({ number, step, given }: Extract<Asked, { kind: 'ask' }>): Promise<void> => {
  const more: readonly unknown[] =
    step === 'replay'
      ? [
          (progress: unknown) => tell({ kind: 'progress', number, progress: progress as never }),
          () => new Promise<boolean>((resolve) => setImmediate(() => resolve(stopped.has(number)))),
        ]
      : [];
  try {
    const answered = await (work[step] as (...given: readonly unknown[]) => Promise<unknown>)(...given, ...more);
    tell({ kind: 'answer', number, answer: answered });
  } catch (failure) {
    tell({ kind: 'failure', number, why: failure instanceof Error ? failure.message : 'unknown' });
  }
};

let queue = Promise.resolve();
parentPort?.on('message', (asked: Asked) => {
  if (asked.kind === 'stop') stopped.add(asked.number);
  else queue = queue.then(() => answer(asked));
});

export type Step = keyof ProtocolWork;
