/**
 * Work that only one process, and one thread of it, may do at a time: the others wait for it.
 *
 * Whoever works says so by the number of its process, not by touching the lock now and then: a build keeps its own
 * process from doing anything else for half a minute on a busy machine, and would be taken for gone. After a restart the
 * number may be that of another: a lock of an hour ago is nobody's.
 */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;
const LONGEST_MS = 3_600_000;

/** `lock` is a file that exists while the work is done, and names who does it. */
export const oneAtATime = async <Done>(lock: string, work: () => Promise<Done>): Promise<Done> => {
  const mine = `${process.pid} ${crypto.randomUUID()}`;
  while (!taken(lock, mine)) await pause(LOOK_AGAIN_MS);
  try {
    return await work();
  } finally {
    if (ownerOf(lock) === mine) rmSync(lock, { force: true });
  }
};

const taken = (lock: string, mine: string): boolean => {
  const whole = `${lock}.${mine.replace(' ', '-')}`;
  writeFileSync(whole, mine);
  try {
    // The file appears with what is in it, or not at all.
    linkSync(whole, lock);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(whole, { force: true });
  }
  const owner = ownerOf(lock);
  if (owner !== null && (!lives(owner) || isOld(lock))) removeOf(owner, lock, whole);
  return false;
};

/** Removes the lock of one that is gone. Another may have done so, and taken it, meanwhile: that one is put back. */
const removeOf = (owner: string, lock: string, aside: string): void => {
  try {
    renameSync(lock, aside);
    if (ownerOf(aside) !== owner) linkSync(aside, lock);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
};

const ownerOf = (lock: string): string | null => {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return null;
  }
};

const isOld = (lock: string): boolean =>
  Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > LONGEST_MS;

const lives = (owner: string): boolean => {
  try {
    // Signal 0 asks whether the process is there, and does nothing to it.
    process.kill(Number.parseInt(owner, 10), 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return codeOf(error) === 'EPERM';
  }
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
