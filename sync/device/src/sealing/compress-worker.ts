/** The worker of `compress-in-worker.ts`: answers questions in their order. */
import type { CompressAnswer, CompressQuestion } from './compress-in-worker.ts';
import { compressHere } from './compression.ts';

addEventListener('message', async ({ data }: MessageEvent<CompressQuestion>) => {
  const bytes = await compressHere(data.text, data.format);
  const answer: CompressAnswer = { number: data.number, bytes };
  postMessage(answer, { transfer: [bytes.buffer] });
});
