/** Somebody who looks after a place invites one more phone. */
import type { Viewer } from '../people/viewer.ts';
import { closedOn, placeClosed } from '../places/close-place.ts';
import { type Place, placeTo } from '../places/known-place.ts';
import { type Site, writeDown } from '../site.ts';
import { makeJoinCode } from './join-codes.ts';

export type Invitation = {
  readonly code: string;
  /**
   * The URL in the QR code: opens the clinic, which joins with the code. The code is in the fragment (#), which no
   * server and no log sees.
   */
  readonly address: string;
  readonly place: Place;
};

export const inviteDevice = async (
  site: Site & { readonly publicUrl: string },
  viewer: Viewer,
  id: string,
): Promise<Invitation> => {
  const place = await placeTo(site.db, viewer, 'join', 'devices', id);
  if ((await closedOn(site.db, id)) !== null) throw placeClosed();
  return site.db.transaction().execute(async (tx) => {
    const code = await makeJoinCode(tx, { place: id, madeBy: `account:${viewer.account.id}`, now: site.now() });
    await writeDown(tx, site, viewer.account.id, id, 'join-code-made');
    return { code, address: `${site.publicUrl}/clinic/#join=${code}`, place };
  });
};
