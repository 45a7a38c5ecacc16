/** The worker of `stretch-in-worker.ts`: answers a single question. */
import { stretchHere } from './stretch-here.ts';
import type { StretchAnswer, StretchQuestion } from './stretch-in-worker.ts';

const answer = (given: StretchAnswer): void => postMessage(given);

addEventListener('message', ({ data }: MessageEvent<StretchQuestion>) => {
  stretchHere(data.secret, data.salt, data.cost).then(
    (bytes) => answer({ bytes }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
