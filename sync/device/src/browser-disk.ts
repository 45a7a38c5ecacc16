/**
 * Measures free room by trying. Chromium tells every site that it has 10 GB more than it uses, so that sites cannot be
 * recognised by their disks ("predictable quota"); what it really grants shows only when a file is to be extended. That
 * file has no content, takes no room on the disk and is removed at once.
 */
import type { Disk } from './surroundings.ts';

const FOLDER = 'denba-room';

export const browserDisk = (storage: StorageManager): Disk => ({
  hasRoomFor: async (bytes) => {
    if (typeof storage.getDirectory !== 'function') return null;
    try {
      const root = await storage.getDirectory();
      // A file left by a page that was killed midway would count as used.
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
