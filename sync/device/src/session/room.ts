/** Looks at the room on the disk now and then, so that a full one is told before it happens. */
import type { Usage } from '../device.ts';
import type { Disk } from '../surroundings.ts';
import { roomIn } from './usage.ts';

export type Room = {
  /** Whether entries must be refused now: what is left is kept for drafts. */
  readonly isFull: () => Promise<boolean>;
};

const WRITES_BETWEEN_LOOKS = 20;

export const watchRoom = (disk: Disk): Room => {
  let room: Usage['room'] = 'enough';
  let writes = 0;
  const look = async (): Promise<void> => {
    const { usageBytes, quotaBytes } = await disk.estimate();
    room = roomIn(usageBytes, quotaBytes);
  };
  return {
    isFull: async () => {
      const due = writes % WRITES_BETWEEN_LOOKS === 0;
      writes += 1;
      if (room !== 'enough') await look();
      // With room enough nobody waits for the answer: the next write will know.
      else if (due) void look();
      return room === 'full';
    },
  };
};
