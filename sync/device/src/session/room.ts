/** Checks from time to time how much room the disk has, so that the health worker is warned before it is full. */
import type { Usage } from '../store-report.ts';
import type { Disk } from '../surroundings.ts';

/** Kept free for drafts, settings and the rows: with less room than this, entries are refused. */
const RESERVE_BYTES = 3_000_000;
/** Below this the health worker is warned. A visit takes about 2 kB until it is compressed. */
const LOW_BYTES = 25_000_000;
const WRITES_BETWEEN_LOOKS = 20;

export type Room = {
  readonly look: () => Promise<Usage['room']>;
  /** Whether entries must be refused now, because the remaining room is reserved for drafts. */
  readonly isFull: () => Promise<boolean>;
};

/** `whenIdle`: while there is enough room, the disk is checked in idle time, so that no save waits for it. */
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
      // The result is used by the next write.
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
