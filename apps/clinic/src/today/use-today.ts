/** The day, also when the phone lay open over midnight: looked at again when somebody looks at the screen. */
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
