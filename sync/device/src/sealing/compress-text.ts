/** Compresses a text: a long one in a worker, where there are workers (Node has none of this kind). */
import type { Bytes } from './bytes.ts';
import { compressInWorker, hasWorkers } from './compress-in-worker.ts';
import { type CompressionFormat, compressHere } from './compression.ts';

/** Characters. A shorter text is compressed before a worker has answered. */
const LONG = 50_000;

export const compressText = (text: string, format: CompressionFormat): Promise<Bytes> =>
  text.length < LONG || !hasWorkers() ? compressHere(text, format) : compressInWorker(text, format);
