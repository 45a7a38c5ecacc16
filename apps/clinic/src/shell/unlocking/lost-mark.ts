/**
 * A mark that this phone was reported lost, readable before unlocking. The link contains it too, but is sealed and is
 * read a moment after the rows. The mark says nothing about any person.
 */
import type { Device } from '@denba/device/device';

const NAME = 'reported-lost';

type Preferences = Pick<Device<unknown>, 'preference'>;

export const isMarkedLost = ({ preference }: Preferences): boolean => preference.get(NAME) === 'yes';

/** Permanent: a phone that was reported lost cannot join again. */
export const markLost = async (device: Preferences): Promise<void> => {
  if (!isMarkedLost(device)) await device.preference.set(NAME, 'yes');
};
