/**
 * When a process was born, so that a number which another program was given after a restart of the machine is not taken
 * for the program that had it before. Known on Linux only.
 */
import { readFileSync } from 'node:fs';

/** The start of the machine and the start of the process since then; `null`: not known. */
export const birthOf = (pid: number): string | null => {
  const [boot, stat] = [readOr('/proc/sys/kernel/random/boot_id'), readOr(`/proc/${pid}/stat`)];
  // The name of a program, in brackets, may hold anything; the 22nd value is the 20th after it.
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return boot === null || ticks === undefined ? null : `${boot.trim()} ${ticks}`;
};

/** With what a process was started; `null`: not known. */
export const callOf = (pid: number): readonly string[] | null => readOr(`/proc/${pid}/cmdline`)?.split('\0') ?? null;

const readOr = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};
