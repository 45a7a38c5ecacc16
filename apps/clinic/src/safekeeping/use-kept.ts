/** What the phone stores now, and its last backup: read when the screen opens and after every action on it. */
import type { Usage } from '@denba/device/store-report';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { lookAtStorage } from '../shell/phone/storage-watch.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type LastBackup, loadLastBackup } from './last-backup.ts';

export type Kept = { readonly usage: Usage; readonly lastBackup: LastBackup | null; readonly unsent: number };

export const useKept = (): { readonly kept: Kept | null; readonly look: () => Promise<void> } => {
  const { session, server } = useWorkspace();
  const [kept, setKept] = useState<Kept | null>(null);
  const here = useRef(true);
  const locked = useRef(false);
  const look = useCallback(async (): Promise<void> => {
    try {
      const [usage, lastBackup] = await Promise.all([session.usage(), loadLastBackup(session.sealed)]);
      setKept({ usage, lastBackup, unsent: server?.unsent() ?? session.log.head().seq });
      await lookAtStorage(session);
    } catch (error) {
      // When the phone was locked meanwhile, its screen is gone and the error is expected.
      if (here.current && !locked.current) throw error;
    }
  }, [session, server]);
  useEffect(() => {
    void session.whenLocked.then(() => {
      locked.current = true;
    });
  }, [session]);
  useEffect(() => {
    here.current = true;
    void look();
    return () => {
      here.current = false;
    };
  }, [look]);
  return { kept, look };
};
