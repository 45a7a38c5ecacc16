/** Gives a pack to a place, and so to all places below it that have no choice of their own. */
import { isPackId } from '@denba/sync/packs/pack';
import { Refusal } from '../http/refusal.ts';
import type { Viewer } from '../people/viewer.ts';
import { placeTo } from '../places/known-place.ts';
import { type Site, writeDown } from '../site.ts';

/** `pack`: `null` removes the place's own choice: it has again the pack of the place above it. */
export const givePack = async (site: Site, viewer: Viewer, id: string, pack: string | null): Promise<void> => {
  const place = await placeTo(site.db, viewer, 'give', 'packs', id);
  if (pack !== null && !isPackId(pack)) throw unknownPack();
  await site.db.transaction().execute(async (tx) => {
    if (pack === null) {
      await tx.deleteFrom('place_pack').where('place_id', '=', place.id).execute();
      // Withdraws drafts given from a day on, too: otherwise they would still be the place's own choice.
      await tx
        .updateTable('draft_giving')
        .set({ withdrawn_by: viewer.account.id, withdrawn_at: site.now() })
        .where('place_id', '=', place.id)
        .where('withdrawn_at', 'is', null)
        .execute();
    } else {
      const kept = await tx.selectFrom('protocol_pack').select('id').where('id', '=', pack).executeTakeFirst();
      if (kept === undefined) throw unknownPack();
      const given = { pack_id: pack, given_by: viewer.account.id, given_at: site.now() };
      await tx
        .insertInto('place_pack')
        .values({ place_id: place.id, ...given })
        .onConflict((conflict) => conflict.column('place_id').doUpdateSet(given))
        .execute();
    }
    await writeDown(tx, site, viewer.account.id, place.id, 'pack-given', { pack });
  });
};

export const unknownPack = (): Refusal =>
  new Refusal(404, 'unknown-pack', {
    fr: 'Ce serveur ne connaît pas ce protocole.',
    en: 'This server does not know this protocol.',
  });
