/** The day, also when the phone lay open over midnight: looked at again when somebody looks at the screen. */
import type { LocalDate } from '@denba/quantities/local-date';
import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../shell/workspace.ts';

export const useToday = (): LocalDate => {
  const workspace = useWorkspace();
  const [day, setDay] = useState(workspace.today);
  useEffect(() => {
    const look = (): void => setDay(workspace.today());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [workspace]);
  return day;
};
