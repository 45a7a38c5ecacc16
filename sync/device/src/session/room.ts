/** How much room is left on the disk, looked at now and then, so that a full one is told before it happens. */
import type { Usage } from '../device.ts';
import type { Disk } from '../surroundings.ts';

/** Kept free for drafts, settings and the rows: entries are refused below it. */
const RESERVE_BYTES = 3_000_000;
/** From here on the worker is told. A visit takes about 2 kB until it is compressed. */
const LOW_BYTES = 25_000_000;
const WRITES_BETWEEN_LOOKS = 20;

export type Room = {
  readonly look: () => Promise<Usage['room']>;
  /** Whether entries must be refused now: what is left is kept for drafts. */
  readonly isFull: () => Promise<boolean>;
};

/** `whenIdle`: with room enough nobody waits for the look, nor is what she waits for slowed by it. */
export const watchRoom = (disk: Disk, whenIdle: (work: () => Promise<void>) => void): Room => {
  let room: Usage['room'] = 'enough';
  let writes = 0;
  const look = async (): Promise<Usage['room']> => {
    room = await roomOn(disk);
    return room;
  };
  return {
    look,
    isFull: async () => {
      const due = writes % WRITES_BETWEEN_LOOKS === 0;
      writes += 1;
      if (room !== 'enough') await look();
      // The next write will know.
      else if (due) whenIdle(async () => void (await look()));
      return room === 'full';
    },
  };
};

const roomOn = async (disk: Disk): Promise<Usage['room']> => {
  const much = await disk.hasRoomFor(LOW_BYTES);
  if (much === true) return 'enough';
  if (much === false) return (await disk.hasRoomFor(RESERVE_BYTES)) === false ? 'full' : 'low';
  const { usageBytes, quotaBytes } = await disk.estimate();
  if (usageBytes === null || quotaBytes === null) return 'enough';
  const left = quotaBytes - usageBytes;
  return left < RESERVE_BYTES ? 'full' : left < LOW_BYTES ? 'low' : 'enough';
};
