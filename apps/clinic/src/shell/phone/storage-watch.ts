/** How full the phone is, as the store measures it after every save, so that the worker is warned before it is full. */

import type { Session } from '@denba/device/device';
import type { Usage } from '@denba/device/store-report';
import { signal } from '@preact/signals';

/** `low`: a warning is shown. `full`: new entries are refused, drafts still fit. `null`: not measured yet. */
export const storageRoom = signal<Usage['room'] | null>(null);

export const lookAtStorage = async (session: Pick<Session<unknown>, 'usage'>): Promise<void> => {
  storageRoom.value = (await session.usage()).room;
};
