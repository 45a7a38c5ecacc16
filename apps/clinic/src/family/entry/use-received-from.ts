/** The centre that sent an entry without a server; `null` when there is none, or while it is being read. */
import { type ReceivedFrom, receivedFrom } from '@denba/device/centres/receive-family';
import type { Entry } from '@denba/records/entry';
import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../../shell/workspace.ts';

export const useReceivedFrom = (entry: Entry): ReceivedFrom | null => {
  const { session } = useWorkspace();
  const [from, setFrom] = useState<ReceivedFrom | null>(null);
  useEffect(() => {
    let wanted = true;
    void receivedFrom(session.sealed, entry).then((known) => {
      if (wanted) setFrom(known);
    });
    return () => {
      wanted = false;
    };
  }, [session, entry]);
  return from;
};
