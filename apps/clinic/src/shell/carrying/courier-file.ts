/** Makes a file of a courier's text; its name contains this phone and this minute. */
import type { Workspace } from '../workspace.ts';
import { COURIER_TYPE, courierFileName } from './courier-file-name.ts';

export const courierFile = (
  { session, clock, today }: Pick<Workspace, 'session' | 'clock' | 'today'>,
  text: string,
): File => {
  const now = new Date(clock.wallMs());
  const name = courierFileName(session.deviceId, today(), { hours: now.getHours(), minutes: now.getMinutes() });
  return new File([text], name, { type: COURIER_TYPE });
};
