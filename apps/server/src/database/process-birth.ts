/**
 * The start time of a process, so that a process id that was reused after a restart of the machine is not taken for the
 * earlier program. Known on Linux only.
 */
import { readFileSync } from 'node:fs';

/** The id of the machine's boot, and the start of the process since then in clock ticks; `null`: unknown. */
export const birthOf = (pid: number): string | null => {
  const [boot, stat] = [readOr('/proc/sys/kernel/random/boot_id'), readOr(`/proc/${pid}/stat`)];
  // The program name, in parentheses, may contain anything; the 22nd value is the 20th after it.
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return boot === null || ticks === undefined ? null : `${boot.trim()} ${ticks}`;
};

/** The command line of a process; `null`: unknown. */
export const callOf = (pid: number): readonly string[] | null => readOr(`/proc/${pid}/cmdline`)?.split('\0') ?? null;

const readOr = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};
