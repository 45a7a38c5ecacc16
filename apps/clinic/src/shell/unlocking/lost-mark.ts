/**
 * That this phone was reported lost, where it is read before anything is unlocked: the link says it too, but is sealed, and
 * is read a moment after the rows are. It says nothing about anybody.
 */
import type { Device } from '@denba/device/device';

const NAME = 'reported-lost';

type Preferences = Pick<Device<unknown>, 'preference'>;

export const isMarkedLost = ({ preference }: Preferences): boolean => preference.get(NAME) === 'yes';

/** For good: a phone that was reported lost does not join again. */
export const markLost = async (device: Preferences): Promise<void> => {
  if (!isMarkedLost(device)) await device.preference.set(NAME, 'yes');
};
