/**
 * Revokes a phone that is lost or given away: from now on it sends and receives nothing, and once it is told so, it
 * shows no record any more.
 */
import { notFound } from '../http/refusal.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Place, placeTo } from '../places/known-place.ts';
import { type Site, writeDown } from '../site.ts';

export type ManagedDevice = { readonly id: string; readonly name: string; readonly place: Place };

/** Throws 404 for an unknown phone and for one of a place that the viewer does not see. */
export const deviceToRevoke = async ({ db }: Site, viewer: Viewer, id: string): Promise<ManagedDevice> => {
  const device = await db.selectFrom('device').select(['name', 'place_id']).where('id', '=', id).executeTakeFirst();
  if (device === undefined) throw notFound();
  return { id, name: device.name, place: await placeTo(db, viewer, 'revoke', 'devices', device.place_id) };
};

/** Idempotent. */
export const revokeDevice = async (site: Site, viewer: Viewer, id: string): Promise<ManagedDevice> => {
  const device = await deviceToRevoke(site, viewer, id);
  await site.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('device')
      .set({ revoked_at: site.now(), revoked_by: `account:${viewer.account.id}` })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await writeDown(tx, site, viewer.account.id, device.place.id, 'device-revoked', { device: id });
  });
  return device;
};
