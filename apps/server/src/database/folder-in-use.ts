/** One Denba works in a data folder: a file in it names the process. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './postgres-process.ts';

export class FolderInUse extends Error {}

/** Gives what lets the folder go again. The mark of one that was killed counts for nothing. Throws `FolderInUse`. */
export const takeFolder = (dataFolder: string): (() => void) => {
  const mark = join(dataFolder, 'in-use-by');
  const holder = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : Number.NaN;
  if (holder !== process.pid && isAlive(holder)) {
    throw new FolderInUse(`${dataFolder} is in use by another Denba (process ${holder}). Stop that one first.`);
  }
  writeFileSync(mark, String(process.pid));
  return () => rmSync(mark, { force: true });
};
