/** The current day, updated when the screen becomes visible again, for a phone that was left open over midnight. */
import type { LocalDate } from '@denba/quantities/local-date';
import { useEffect, useState } from 'preact/hooks';
import { useShell } from '../shell/workspace.ts';

export const useToday = (): LocalDate => {
  const shell = useShell();
  const [day, setDay] = useState(shell.today);
  useEffect(() => {
    const look = (): void => setDay(shell.today());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [shell]);
  return day;
};
