/**
 * The program of a thread that makes centres of the district. `district-threads.ts` sends it questions and reads its
 * answers.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { districtMaker } from './district-maker.ts';
import type { Asked, Given } from './district-threads.ts';

const { protocol, settings, indicators } = workerData as Given;
const maker = districtMaker(protocol, settings, indicators);

parentPort?.on('message', ({ number, step, given }: Asked) => {
  const answer = (maker[step] as (...given: readonly unknown[]) => unknown)(...given);
  parentPort?.postMessage({ number, answer });
});
