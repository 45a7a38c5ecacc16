/** How full the phone is, by the store's own measure, looked at after every save: a full phone is announced before it is. */
import type { Session, Usage } from '@denba/device/device';
import { signal } from '@preact/signals';

/** `low`: a warning. `full`: new entries are refused, drafts still find room. `null`: not looked at yet. */
export const storageRoom = signal<Usage['room'] | null>(null);

export const lookAtStorage = async (session: Pick<Session<unknown>, 'usage'>): Promise<void> => {
  storageRoom.value = (await session.usage()).room;
};
