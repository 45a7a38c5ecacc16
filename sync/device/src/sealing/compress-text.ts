/** Compresses a text: a long one in a worker, where there are workers (Node has none of this kind). */
import type { Bytes } from './bytes.ts';
import { type CompressionFormat, compressHere } from './compression.ts';

/** Characters. A shorter text is compressed before a worker has answered. */
const LONG = 50_000;

export const compressText = async (text: string, format: CompressionFormat): Promise<Bytes> => {
  if (text.length < LONG || !('Worker' in globalThis)) return compressHere(text, format);
  // Fetched with the first long text, so that the phone starts without it. Where it cannot be fetched: as without it.
  const worker = await import('./compress-in-worker.ts').catch(() => null);
  return worker === null ? compressHere(text, format) : worker.compressInWorker(text, format);
};
