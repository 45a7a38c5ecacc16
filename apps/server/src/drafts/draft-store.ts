/**
 * Drafts in the database: reading needs the right, changes of a draft run one after the other, and each is audited in
 * its own transaction.
 */
import { randomBytes } from 'node:crypto';
import type { DraftChange } from '@denba/protocols/what-if/draft/draft-change';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { notAllowed, notFound, Refusal } from '../http/refusal.ts';
import { type Action, may, pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Site, writeDown } from '../site.ts';
import { type ReasonedChange, readChanges, type StoredDraft } from './stored-draft.ts';

export type ListedDraft = StoredDraft & { readonly authorName: string; readonly path: string };

/** Newest first. Throws when the viewer may not read drafts anywhere. */
export const listDrafts = async (db: Kysely<Tables>, { grants }: Viewer): Promise<readonly ListedDraft[]> => {
  if (pathsWhere(grants, 'read', 'drafts').length === 0) throw notAllowed();
  const rows = await rowsOf(db).orderBy('made_at', 'desc').orderBy('protocol_draft.id').execute();
  return rows.map(asListed).filter(({ path }) => may(grants, 'read', 'drafts', path));
};

/** Throws the same `Refusal` for a draft that does not exist and for one that the viewer has no right to. */
export const draftTo = async (
  db: Kysely<Tables>,
  { grants }: Viewer,
  action: Action<'drafts'>,
  id: string,
): Promise<ListedDraft> => {
  if (pathsWhere(grants, action, 'drafts').length === 0) throw notAllowed();
  const row = await rowsOf(db).where('protocol_draft.id', '=', id).executeTakeFirst();
  const draft = row === undefined ? null : asListed(row);
  if (draft === null || !may(grants, action, 'drafts', draft.path)) throw notFound();
  return draft;
};

export const makeDraft = async (
  site: Site,
  { account, grants }: Viewer,
  { basePack, title }: Pick<StoredDraft, 'basePack' | 'title'>,
): Promise<string> => {
  const place = grants.find((grant) => pathsWhere([grant], 'write', 'drafts').length > 0)?.place;
  if (place === undefined) throw notAllowed();
  const id = `d-${randomBytes(4).toString('hex')}`;
  await site.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('protocol_draft')
      .values({
        id,
        place_id: place,
        base_pack: basePack,
        title_fr: title.fr,
        title_en: title.en,
        changes: '[]',
        author: account.id,
        made_at: site.now(),
        pack_id: null,
        laid_aside_at: null,
      })
      .execute();
    await writeDown(tx, site, account.id, place, 'draft-made', { draft: id, base: basePack });
  });
  return id;
};

/** `made`: makes the change from the locked draft, so that two people who add a rule at once get two ids. */
export const putChange = (
  site: Site,
  viewer: Viewer,
  id: string,
  made: (draft: ListedDraft) => ReasonedChange,
): Promise<void> =>
  changing(site, viewer, id, async ({ tx, draft, write }) => {
    const change = made(draft);
    const target = targetOf(change.change);
    const others = draft.changes.filter((one) => targetOf(one.change) !== target);
    await write('draft-changed', { change: auditedChange(change.change), reason: change.reason });
    await saveChanges(tx, id, [...others, change]);
  });

/** The answers of a case are stored in the draft only, not in the audit: they may be those of a real child. */
const auditedChange = (change: DraftChange): JsonObject => {
  if (change.kind !== 'addCase') return change as unknown as JsonObject;
  const { given: _, ...rest } = change;
  return rest as unknown as JsonObject;
};

/** `target`: a result of `targetOf`. Does nothing when there is no such change. */
export const takeChange = (site: Site, viewer: Viewer, id: string, target: string): Promise<void> =>
  changing(site, viewer, id, async ({ tx, draft, write }) => {
    const left = draft.changes.filter((one) => targetOf(one.change) !== target);
    if (left.length === draft.changes.length) return;
    await write('draft-change-taken-back', { target });
    await saveChanges(tx, id, left);
  });

export const layAside = (site: Site, viewer: Viewer, id: string): Promise<void> =>
  changing(site, viewer, id, async ({ tx, write }) => {
    await write('draft-laid-aside', {});
    await tx.updateTable('protocol_draft').set({ laid_aside_at: site.now() }).where('id', '=', id).execute();
  });

/** What a change concerns: a draft holds at most one change per target. */
export const targetOf = (change: DraftChange): string => {
  switch (change.kind) {
    case 'parameter':
      return `parameter ${change.name}`;
    case 'cell':
      return `cell ${change.row} ${change.column}`;
    case 'schedule':
      return `schedule ${change.contact} ${change.column}`;
    case 'addRow':
      return `add ${change.cells['id'] ?? ''}`;
    case 'addCase':
      return `case ${change.id}`;
    case 'removeRow':
      return `remove ${change.row}`;
  }
};

export type Changing = {
  readonly tx: Transaction<Tables>;
  readonly draft: ListedDraft;
  readonly write: (act: string, detail: JsonObject) => Promise<void>;
};

/**
 * Runs `act` with the draft locked, so that two acts on a draft run one after the other. Throws a `Refusal` when the
 * draft is published or laid aside.
 */
export const changing = async <T>(
  site: Site,
  viewer: Viewer,
  id: string,
  act: (changing: Changing) => Promise<T>,
  action: Action<'drafts'> = 'write',
): Promise<T> => {
  await draftTo(site.db, viewer, action, id);
  return site.db.transaction().execute(async (tx) => {
    await tx.selectFrom('protocol_draft').select('id').where('id', '=', id).forUpdate().execute();
    const draft = await draftTo(tx, viewer, action, id);
    if (draft.pack !== null || draft.laidAsideAt !== null) throw ended();
    const write: Changing['write'] = (what, detail) =>
      writeDown(tx, site, viewer.account.id, draft.place, what, { draft: id, ...detail });
    return act({ tx, draft, write });
  });
};

const saveChanges = async (tx: Transaction<Tables>, id: string, changes: readonly ReasonedChange[]): Promise<void> => {
  if (changes.length > MOST_CHANGES) throw tooMany();
  await tx
    .updateTable('protocol_draft')
    .set({ changes: JSON.stringify(changes) })
    .where('id', '=', id)
    .execute();
};

const MOST_CHANGES = 100;

const rowsOf = (db: Kysely<Tables>) =>
  db
    .selectFrom('protocol_draft')
    .innerJoin('account', 'account.id', 'protocol_draft.author')
    .innerJoin('place', 'place.id', 'protocol_draft.place_id')
    .selectAll('protocol_draft')
    .select(['account.name as author_name', 'place.path']);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

const asListed = (row: Row): ListedDraft => ({
  id: row.id,
  place: row.place_id,
  path: row.path,
  basePack: row.base_pack,
  pack: row.pack_id,
  title: { fr: row.title_fr, en: row.title_en },
  changes: readChanges(row.changes),
  author: row.author,
  authorName: row.author_name,
  madeAt: row.made_at,
  laidAsideAt: row.laid_aside_at,
});

const ended = (): Refusal =>
  new Refusal(409, 'draft-ended', {
    fr: 'Ce projet est publié ou mis de côté : il ne change plus. Commencez-en un autre.',
    en: 'This draft is published or laid aside: it changes no more. Begin another one.',
  });

const tooMany = (): Refusal =>
  new Refusal(422, 'draft-too-long', {
    fr: `Un projet porte au plus ${MOST_CHANGES} changements.`,
    en: `A draft holds at most ${MOST_CHANGES} changes.`,
  });
