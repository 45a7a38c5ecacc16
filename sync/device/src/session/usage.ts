/** How much room is left, and when to say so. */
import type { Usage } from '../device.ts';
import type { Disk } from '../surroundings.ts';

/** Kept free for drafts, settings and the rows: entries are refused below it. */
const RESERVE_BYTES = 3_000_000;
/** From here on the worker is told. A visit takes about 2 kB until it is compressed. */
const LOW_BYTES = 25_000_000;

export const usageOf = async (disk: Disk): Promise<Omit<Usage, 'entries' | 'families'>> => {
  const [{ usageBytes, quotaBytes }, persisted] = await Promise.all([disk.estimate(), disk.persisted()]);
  return { usageBytes, quotaBytes, persisted, room: roomIn(usageBytes, quotaBytes) };
};

export const roomIn = (usageBytes: number | null, quotaBytes: number | null): Usage['room'] => {
  if (usageBytes === null || quotaBytes === null) return 'enough';
  const left = quotaBytes - usageBytes;
  return left < RESERVE_BYTES ? 'full' : left < LOW_BYTES ? 'low' : 'enough';
};
