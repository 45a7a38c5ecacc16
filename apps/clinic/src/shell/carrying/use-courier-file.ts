/** Makes a file of a courier's text, named by this phone and this minute. */
import { useWorkspace } from '../workspace.ts';
import { COURIER_TYPE, courierFileName } from './courier-file-name.ts';

export const useCourierFile = (): ((text: string) => File) => {
  const { session, clock, today } = useWorkspace();
  return (text) => {
    const now = new Date(clock.wallMs());
    const name = courierFileName(session.deviceId, today(), { hours: now.getHours(), minutes: now.getMinutes() });
    return new File([text], name, { type: COURIER_TYPE });
  };
};
