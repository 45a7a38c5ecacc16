/** All stored packs, newest first. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type ListedPack = {
  readonly id: string;
  readonly protocol: string;
  readonly version: string;
  readonly title: { readonly fr: string; readonly en: string };
  /** Ids of its overlays, joined by +. */
  readonly overlays: string;
  /** Name of the account that uploaded it; `null`: it came with a release. */
  readonly broughtBy: string | null;
  readonly broughtAt: Date;
};

export const listPacks = async (db: Kysely<Tables>): Promise<readonly ListedPack[]> => {
  const rows = await db
    .selectFrom('protocol_pack')
    .leftJoin('account', 'account.id', 'protocol_pack.brought_by')
    .select(['protocol_pack.id', 'protocol', 'version', 'title_fr', 'title_en', 'overlays', 'brought_by', 'brought_at'])
    .select('account.name as name')
    .orderBy('brought_at', 'desc')
    .orderBy('protocol_pack.id')
    .execute();
  return rows.map(({ title_fr: fr, title_en: en, brought_by, brought_at: broughtAt, name, ...row }) => ({
    ...row,
    title: { fr, en },
    broughtAt,
    broughtBy: brought_by === null ? null : (name ?? brought_by),
  }));
};
