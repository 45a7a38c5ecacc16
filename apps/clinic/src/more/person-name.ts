/** What a name on the lock screen must be: there, and not that of somebody else, whatever the accents and capitals. */
import type { DeviceUser } from '@denba/device/device';
import { plainWords } from '../shell/words/plain-words.ts';

export type NameProblem = 'empty' | 'taken';

export const nameProblem = (name: string, users: readonly Pick<DeviceUser, 'name'>[]): NameProblem | null => {
  const wanted = plainWords(name);
  if (wanted === '') return 'empty';
  return users.some((user) => plainWords(user.name) === wanted) ? 'taken' : null;
};
