/**
 * A lock across processes and threads: only one does the work at a time, the others wait.
 *
 * The lock contains the owner's process id instead of being refreshed regularly: a build can block its own process for
 * half a minute on a busy machine, and would then be taken for dead. After a reboot the id may belong to another
 * process, so a lock older than an hour counts as abandoned.
 */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;
const LONGEST_MS = 3_600_000;

/** `lock` is the path of a file that exists while the work is done, and names its owner. */
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
    // Atomic: the file appears with its full content, or not at all.
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

/**
 * Removes the lock of a dead owner. If another process removed it and took the lock meanwhile, that lock is put back.
 */
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
    // Signal 0 only checks whether the process exists.
    process.kill(Number.parseInt(owner, 10), 0);
    return true;
  } catch (error) {
    // EPERM means that the process exists, but belongs to another user.
    return codeOf(error) === 'EPERM';
  }
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
