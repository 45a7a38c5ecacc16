/** What the phone keeps now, and the last backup: looked at when the screen opens and after everything done on it. */
import type { Usage } from '@denba/device/device';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { lookAtStorage } from '../shell/storage-watch.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type LastBackup, loadLastBackup } from './last-backup.ts';

export type Kept = { readonly usage: Usage; readonly lastBackup: LastBackup | null; readonly unsent: number };

export const useKept = (): { readonly kept: Kept | null; readonly look: () => Promise<void> } => {
  const { session } = useWorkspace();
  const [kept, setKept] = useState<Kept | null>(null);
  const look = useCallback(async (): Promise<void> => {
    const [usage, lastBackup] = await Promise.all([session.usage(), loadLastBackup(session.sealed)]);
    setKept({ usage, lastBackup, unsent: session.unsentCount() });
    await lookAtStorage(session);
  }, [session]);
  useEffect(() => {
    void look();
  }, [look]);
  return { kept, look };
};
