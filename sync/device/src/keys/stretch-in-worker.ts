/**
 * Derives the key in a worker, so that the screen stays responsive. Each call starts a worker of its own and terminates
 * it afterwards, which frees its memory.
 */
import type { Bytes } from '../sealing/bytes.ts';
import type { Stretch, StretchCost } from './stretch.ts';

export type StretchQuestion = { readonly secret: Bytes; readonly salt: Bytes; readonly cost: StretchCost };
export type StretchAnswer = { readonly bytes: Bytes } | { readonly failure: string };

export const stretchInWorker: Stretch = (secret, salt, cost) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./stretch-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    worker.addEventListener('message', ({ data }: MessageEvent<StretchAnswer>) => {
      end();
      if ('bytes' in data) resolve(data.bytes);
      else reject(new Error(`the key could not be derived: ${data.failure}`));
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(`the worker that derives keys does not start: ${event.message}`));
    });
    const question: StretchQuestion = { secret, salt, cost };
    worker.postMessage(question);
  });
