/**
 * Compresses long texts in a worker: a browser's compression stream works on the thread of the page, where a bundle of
 * two thousand entries would keep the screen from answering for half a second on a slow phone.
 */
import type { Bytes } from './bytes.ts';
import { type CompressionFormat, compressHere } from './compression.ts';

export type CompressQuestion = { readonly number: number; readonly text: string; readonly format: CompressionFormat };
export type CompressAnswer = { readonly number: number; readonly bytes: Bytes };

/** What is used of a worker of a page; these sources are also checked and run where there is none of this kind. */
type PageWorker = {
  readonly postMessage: (question: CompressQuestion) => void;
  readonly terminate: () => void;
  readonly addEventListener: {
    (event: 'message', listener: (message: { readonly data: CompressAnswer }) => void): void;
    (event: 'error', listener: () => void): void;
  };
};
type StartWorker = new (script: URL, options: { readonly type: 'module' }) => PageWorker;

/** A worker that was asked nothing for so long is ended: it holds memory. */
const IDLE_MS = 5_000;

type Waiting = CompressQuestion & { readonly resolve: (bytes: Bytes | Promise<Bytes>) => void };

let worker: PageWorker | null = null;
let ending: ReturnType<typeof setTimeout> | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

const started = (): PageWorker => {
  // The name and the form of the call are what the bundler finds the script by.
  const { Worker } = globalThis as unknown as { readonly Worker: StartWorker };
  const begun = new Worker(new URL('./compress-worker.ts', import.meta.url), { type: 'module' });
  begun.addEventListener('message', ({ data: { number, bytes } }) => {
    waiting.get(number)?.resolve(bytes);
    waiting.delete(number);
    clearTimeout(ending);
    if (waiting.size === 0) ending = setTimeout(end, IDLE_MS);
  });
  // It does not start, or it ran out of memory: the same is done here, more slowly.
  begun.addEventListener('error', () => {
    end();
    for (const { text, format, resolve } of waiting.values()) resolve(compressHere(text, format));
    waiting.clear();
  });
  return begun;
};

const end = (): void => {
  worker?.terminate();
  worker = null;
};

export const compressInWorker = (text: string, format: CompressionFormat): Promise<Bytes> =>
  new Promise((resolve) => {
    clearTimeout(ending);
    worker ??= started();
    asked += 1;
    const question = { number: asked, text, format };
    waiting.set(asked, { ...question, resolve });
    worker.postMessage(question);
  });
