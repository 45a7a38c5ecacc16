/** What a name on the lock screen must be: there, and not that of somebody else, whatever the accents and capitals. */
import type { DeviceUser } from '@denba/device/device';

export type NameProblem = 'empty' | 'taken';

export const nameProblem = (name: string, users: readonly Pick<DeviceUser, 'name'>[]): NameProblem | null => {
  const wanted = plain(name);
  if (wanted === '') return 'empty';
  return users.some((user) => plain(user.name) === wanted) ? 'taken' : null;
};

const plain = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr').replace(/\s+/g, ' ').trim();
