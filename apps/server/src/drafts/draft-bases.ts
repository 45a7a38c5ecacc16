/** What a draft may start from: the sheets of this release, packs made of its overlays, or a published draft. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { BaseName } from './base-name.ts';
import { asDraft, readChanges } from './stored-draft.ts';

export type DraftBases = {
  /** Ids of the packs that a draft may start from. */
  readonly bases: () => Promise<readonly string[]>;
  /** Returns `null` when the sheets of the pack are not available. */
  readonly baseOf: (pack: string) => Promise<BaseName | null>;
};

type Given = {
  readonly db: Kysely<Tables>;
  /** Sheets of the protocol of this release, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Id of the pack made of these sheets without overlays. */
  readonly shippedPack: string | null;
  /** Returns the id of the pack that these overlays of this release make. */
  readonly packOfOverlays: (overlays: readonly string[]) => Promise<string>;
};

export const draftBases = ({ db, files, shippedPack, packOfOverlays }: Given): DraftBases => {
  const overlaid = new Map<string, Promise<string>>();
  /**
   * Id of the pack that overlays of this release make, cached. `overlays`: their ids joined by +, as `protocol_pack`
   * has them.
   */
  const packOf = (overlays: string): Promise<string> => {
    const found = overlaid.get(overlays) ?? packOfOverlays(overlays.split('+'));
    overlaid.set(overlays, found);
    found.catch(() => overlaid.delete(overlays));
    return found;
  };
  /** Stored packs whose sheets this release has: its own, and those with the same overlays as this release. */
  const releaseBases = async (): Promise<
    readonly { readonly overlays: readonly string[]; readonly pack: string }[]
  > => {
    const found = shippedPack === null || files.size === 0 ? [] : [{ overlays: [], pack: shippedPack }];
    const rows = await db.selectFrom('protocol_pack').select(['id', 'overlays']).where('overlays', '<>', '').execute();
    const overlays = rows.filter((row) =>
      row.overlays.split('+').every((one) => files.has(`overlays/${one}/overlay.yaml`)),
    );
    const same = await Promise.all(overlays.map(async (row) => (await packOf(row.overlays)) === row.id));
    return [
      ...found,
      ...overlays.filter((_, at) => same[at]).map((row) => ({ overlays: row.overlays.split('+'), pack: row.id })),
    ];
  };
  const baseOf = async (pack: string): Promise<BaseName | null> => {
    const shipped = (await releaseBases()).find((base) => base.pack === pack);
    if (shipped !== undefined) return { overlays: shipped.overlays, drafts: [] };
    const row = await db.selectFrom('protocol_draft').selectAll().where('pack_id', '=', pack).executeTakeFirst();
    const below = row === undefined ? null : await baseOf(row.base_pack);
    if (row === undefined || below === null) return null;
    const title = { fr: row.title_fr, en: row.title_en };
    return { ...below, drafts: [...below.drafts, asDraft({ id: row.id, title, changes: readChanges(row.changes) })] };
  };
  const bases = async (): Promise<readonly string[]> => {
    const published = await db
      .selectFrom('protocol_draft')
      .select('pack_id')
      .where('pack_id', 'is not', null)
      .execute();
    return [...(await releaseBases()).map(({ pack }) => pack), ...published.flatMap(({ pack_id }) => pack_id ?? [])];
  };
  return { bases, baseOf };
};
