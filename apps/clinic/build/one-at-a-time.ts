/** Work that only one process, and one thread of it, may do at a time: the others wait for it. */
import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;
const STILL_ALIVE_MS = 2_000;
/** Nobody touched the lock for so long: whoever took it is gone. */
const ABANDONED_MS = 20_000;

/** `lock` is a folder that exists while the work is done. */
export const oneAtATime = async <Done>(lock: string, work: () => Promise<Done>): Promise<Done> => {
  while (!taken(lock)) await pause(LOOK_AGAIN_MS);
  const alive = setInterval(() => utimesSync(lock, new Date(), new Date()), STILL_ALIVE_MS);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    rmSync(lock, { recursive: true, force: true });
  }
};

const taken = (lock: string): boolean => {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - touched > ABANDONED_MS) rmSync(lock, { recursive: true, force: true });
  return false;
};
