/** How wrong the clock of this phone is, as the last meeting with the server found it. */
import type { Link } from '@denba/device/sync/link';
import { clockOff } from '@denba/sync/clock-off';
import { t } from '../words/language.ts';

type Contact = Pick<Link, 'lastContactMs' | 'clockAheadMs'>;

/** `null`: it is right, or nobody knows. */
export const sayClockOff = ({ lastContactMs, clockAheadMs }: Contact): string | null => {
  const off = lastContactMs === null ? null : clockOff(clockAheadMs);
  if (off === null) return null;
  const length = t(`server.${off.unit}`, { count: off.count });
  return t(clockAheadMs > 0 ? 'server.clock-ahead' : 'server.clock-behind', { length });
};
