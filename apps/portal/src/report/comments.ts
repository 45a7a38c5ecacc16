/** The comments on a month by people who know the place. Nothing is overwritten: each save adds a version. */
import type { Kysely } from 'kysely';
import type { PortalTables } from '../portal-tables.ts';

export const parts = ['good', 'hard', 'decided', 'needed'] as const;
export type CommentPart = (typeof parts)[number];
export type CommentText = Readonly<Record<CommentPart, string>>;

export type Comments = {
  /** 0: nobody has written yet. */
  readonly version: number;
  readonly text: CommentText;
  /** Name of the person who saved this version; `null`: nobody has, or the account no longer exists. */
  readonly by: string | null;
  readonly at: Date | null;
};

/** The maximum number of characters of one part. */
export const MOST_LETTERS = 2_000;

export const noText: CommentText = { good: '', hard: '', decided: '', needed: '' };

type Of = { readonly place: string; readonly month: string };

export const readComments = async (db: Kysely<PortalTables>, { place, month }: Of): Promise<Comments> => {
  const row = await db
    .selectFrom('report_comment')
    .selectAll()
    .where('place_id', '=', place)
    .where('month', '=', month)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return { version: 0, text: noText, by: null, at: null };
  const { version, good, hard, decided, needed, written_by, written_at } = row;
  const account = await db.selectFrom('account').select('name').where('id', '=', written_by).executeTakeFirst();
  return { version, text: { good, hard, decided, needed }, by: account?.name ?? null, at: written_at };
};

export type Saving = Of & {
  /** The version that the writer saw when she began to write. */
  readonly after: number;
  readonly text: CommentText;
  readonly account: string;
  readonly at: Date;
};

/** Returns `false` when somebody else saved in the meantime; nothing was written then. */
export const saveComments = async (db: Kysely<PortalTables>, saving: Saving): Promise<boolean> => {
  const { place, month, after, text, account, at } = saving;
  const newest = await readComments(db, saving);
  if (newest.version !== after) return false;
  const written = await db
    .insertInto('report_comment')
    .values({ place_id: place, month, version: after + 1, ...text, written_by: account, written_at: at })
    // When two people save at the same moment, the second one gets `false`.
    .onConflict((conflict) => conflict.columns(['place_id', 'month', 'version']).doNothing())
    .returning('version')
    .execute();
  return written.length === 1;
};

/** The text of a form, with line ends normalised and nothing cut. Returns `null` when a part is too long. */
export const textOfFields = (fields: Readonly<Record<string, string>>): CommentText | null => {
  const text = { ...noText };
  for (const part of parts) text[part] = (fields[part] ?? '').replaceAll('\r\n', '\n').trim();
  return parts.some((part) => text[part].length > MOST_LETTERS) ? null : text;
};
