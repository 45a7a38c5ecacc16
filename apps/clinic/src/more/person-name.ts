/** The rules for a name on the lock screen: not empty, and not another user's, ignoring accents and capitals. */
import type { DeviceUser } from '@denba/device/device';
import { plainWords } from '../shell/words/plain-words.ts';

export type NameProblem = 'empty' | 'taken';

export const nameProblem = (name: string, users: readonly Pick<DeviceUser, 'name'>[]): NameProblem | null => {
  const wanted = plainWords(name);
  if (wanted === '') return 'empty';
  return users.some((user) => plainWords(user.name) === wanted) ? 'taken' : null;
};
