/** The code of this phone, with the centre's name on the server, if it is linked to one. */
import { type OwnCode, ownCode } from '@denba/device/centres/own-code';
import { readLink } from '@denba/device/sync/link';
import type { Workspace } from '../shell/workspace.ts';

export const readOwnCode = async ({ session }: Pick<Workspace, 'session'>): Promise<OwnCode> => {
  const link = await readLink(session.sealed);
  return ownCode(session, link?.place ?? session.centre);
};
