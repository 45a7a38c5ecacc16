/** Ensures that only one Denba uses a data folder: a file in it names the process and its start time. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './postgres-process.ts';
import { birthOf } from './process-birth.ts';

export class FolderInUse extends Error {}

/**
 * Returns a function that releases the folder. The mark of a process that was killed is ignored. Throws `FolderInUse`.
 */
export const takeFolder = (dataFolder: string): (() => void) => {
  const mark = join(dataFolder, 'in-use-by');
  const [pid = '', birth = ''] = existsSync(mark) ? readFileSync(mark, 'utf8').split('\n') : [];
  const holder = pid === '' ? Number.NaN : Number(pid);
  if (holder !== process.pid && isAlive(holder) && isSame(holder, birth)) {
    throw new FolderInUse(`${dataFolder} is in use by another Denba (process ${holder}). Stop that one first.`);
  }
  writeFileSync(mark, `${process.pid}\n${birthOf(process.pid) ?? ''}`);
  return () => rmSync(mark, { force: true });
};

/**
 * After a power cut another program may have the process id, so the start times are compared; where they are unknown,
 * the id decides.
 */
const isSame = (pid: number, birth: string): boolean => {
  const now = birthOf(pid);
  return birth === '' || now === null || now === birth;
};
