/** Runs makers of the district in threads of their own, so that the server answers in the meantime. */
import { Worker } from 'node:worker_threads';
import type { IndicatorSet } from '@denba/indicators/indicator';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { DistrictMaker } from './district-maker.ts';
import type { DistrictSettings } from './district-settings.ts';
import type { LaterMaker } from './make-district.ts';

export type Given = {
  readonly protocol: CompiledProtocol;
  readonly settings: DistrictSettings;
  readonly indicators: IndicatorSet;
};
export type Asked = { readonly number: number; readonly step: keyof DistrictMaker; readonly given: readonly unknown[] };
type Answered = { readonly number: number; readonly answer: unknown };

export type DistrictThread = { readonly maker: LaterMaker; readonly stop: () => Promise<unknown> };

export const districtThread = (given: Given): DistrictThread => {
  const worker = new Worker(new URL('./start-district-thread.mjs', import.meta.url), {
    workerData: given,
    execArgv: [],
  });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (why: unknown) => void }>();
  let number = 0;
  worker.on('message', ({ number: of, answer }: Answered) => {
    waiting.get(of)?.resolve(answer);
    waiting.delete(of);
  });
  const end = (why: unknown): void => {
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new ThreadStopped('the thread was stopped')));
  const ask = (step: keyof DistrictMaker, ...asked: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      number += 1;
      waiting.set(number, { resolve, reject });
      worker.postMessage({ number, step, given: asked } satisfies Asked);
    });
  return {
    maker: {
      simulate: (place) => ask('simulate', place) as ReturnType<LaterMaker['simulate']>,
      feeds: (place, hospital) => ask('feeds', place, hospital) as ReturnType<LaterMaker['feeds']>,
    },
    stop: () => worker.terminate(),
  };
};

/** Somebody stopped the thread before it was done. */
export class ThreadStopped extends Error {}
