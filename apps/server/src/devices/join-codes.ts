/**
 * A code that lets one phone into one centre: eight letters, for a day, used once. Kept as its hash. A supervisor makes
 * it and says or shows it to whoever holds the phone; it opens nothing once she may let no phone in there any more.
 */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { may } from '../people/authorisation.ts';
import { readViewer } from '../people/viewer.ts';
import { asTyped, spokenCode } from '../spoken-code.ts';

/** 23^8 codes: guessing is slowed, and hopeless. */
const LENGTH = 8;
const VALID_MS = 24 * 3_600_000;

export const makeJoinCode = async (
  db: Kysely<Tables>,
  { place, madeBy, now }: { readonly place: string; readonly madeBy: string; readonly now: Date },
): Promise<string> => {
  const code = spokenCode(LENGTH);
  await db
    .insertInto('join_code')
    .values({
      id: hashOf(code),
      place_id: place,
      made_by: madeBy,
      expires_at: new Date(now.getTime() + VALID_MS),
      used_at: null,
      used_by: null,
    })
    .execute();
  return code;
};

/** The place that a code would open, so that the phone can say its name before it joins. */
export const placeOfCode = async (db: Kysely<Tables>, given: string, now: Date) => {
  const found = await db
    .selectFrom('join_code')
    .innerJoin('place', 'place.id', 'join_code.place_id')
    .select(['place.id', 'place.name', 'place.path', 'made_by'])
    .where('join_code.id', '=', hashOf(asTyped(given)))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('place.closed_on', 'is', null)
    .executeTakeFirst();
  if (found === undefined || !(await mayStill(db, found.made_by, found.path))) return null;
  return { id: found.id, name: found.name };
};

export type UsedCode = { readonly place: string; readonly name: string; readonly madeBy: string };

/**
 * The place that the code is for; from then on it is used. Whoever closes the place meanwhile waits, and then finds the
 * phone. `null`: it is unknown, too old or used, or opens nothing any more.
 */
export const useJoinCode = async (
  tx: Transaction<Tables>,
  given: string,
  device: string,
  now: Date,
): Promise<UsedCode | null> => {
  const used = await tx
    .updateTable('join_code')
    .set({ used_at: now, used_by: device })
    .where('id', '=', hashOf(asTyped(given)))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['place_id', 'made_by'])
    .executeTakeFirst();
  if (used === undefined) return null;
  const place = await tx
    .selectFrom('place')
    .select(['id', 'name', 'path'])
    .where('id', '=', used.place_id)
    .where('closed_on', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (place === undefined || !(await mayStill(tx, used.made_by, place.path))) return null;
  return { place: place.id, name: place.name, madeBy: used.made_by };
};

/** Codes of somebody whose account somebody else may have used. */
export const endJoinCodesOf = async (tx: Transaction<Tables>, account: string): Promise<void> => {
  await tx
    .deleteFrom('join_code')
    .where('made_by', '=', `${BY_ACCOUNT}${account}`)
    .where('used_at', 'is', null)
    .execute();
};

const BY_ACCOUNT = 'account:';

/** What the console made holds; whoever made it may have lost the right since, or her account. */
const mayStill = async (db: Kysely<Tables>, madeBy: string, path: string): Promise<boolean> => {
  if (!madeBy.startsWith(BY_ACCOUNT)) return true;
  const maker = await readViewer(db, madeBy.slice(BY_ACCOUNT.length));
  return maker !== null && may(maker.grants, 'join', 'devices', path);
};

const hashOf = (code: string): Buffer => createHash('sha256').update(`join ${code}`).digest();
