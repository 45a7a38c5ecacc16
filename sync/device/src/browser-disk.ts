/**
 * How much room there is, by trying. Chromium tells every site that it has 10 GB more than it uses, so that sites cannot
 * be told apart by their disks ("predictable quota"); what it really grants shows when a file is to be made longer. Such
 * a file has no content, takes no room on the disk and is thrown away at once.
 */
import type { Disk } from './surroundings.ts';

const FOLDER = 'denba-room';

export const browserDisk = (storage: StorageManager): Disk => ({
  hasRoomFor: async (bytes) => {
    if (typeof storage.getDirectory !== 'function') return null;
    try {
      const root = await storage.getDirectory();
      // One that was left by a page that died in the middle would count as used.
      await forget(root);
      try {
        const folder = await root.getDirectoryHandle(FOLDER, { create: true });
        const file = await folder.getFileHandle('trial', { create: true });
        const writing = await file.createWritable();
        await writing.truncate(bytes);
        await writing.abort();
        return true;
      } finally {
        await forget(root);
      }
    } catch (error) {
      if (!(error instanceof DOMException)) return null;
      return error.name === 'QuotaExceededError' ? false : null;
    }
  },
  estimate: async () => {
    const { usage, quota } = await storage.estimate();
    return { usageBytes: usage ?? null, quotaBytes: quota ?? null };
  },
  persisted: () => storage.persisted(),
  persist: () => storage.persist(),
});

const forget = async (root: FileSystemDirectoryHandle): Promise<void> => {
  try {
    await root.removeEntry(FOLDER, { recursive: true });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
};
