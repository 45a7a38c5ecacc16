/**
 * A join code lets one phone into one centre: eight letters, valid for a day, usable once. Only its hash is stored. A
 * supervisor makes it and says or shows it to whoever holds the phone; it becomes invalid once she no longer has the
 * right to let phones in there.
 */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { may } from '../people/authorisation.ts';
import { readViewer } from '../people/viewer.ts';
import { asTyped, spokenCode } from '../spoken-code.ts';

/** Number of letters: 23^8 codes, and tries are throttled, so guessing is hopeless. */
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

/**
 * The place that a valid code opens, so that the phone can show its name before it joins; `null`: the code is not
 * valid.
 */
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
 * Marks the code as used and returns its place. Locks the place, so that somebody who closes it meanwhile waits, and
 * then finds the phone. Returns `null` when the code is unknown, expired, used or no longer valid.
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

/** Deletes the unused codes of an account that somebody else may have used. */
export const endJoinCodesOf = async (tx: Transaction<Tables>, account: string): Promise<void> => {
  await tx
    .deleteFrom('join_code')
    .where('made_by', '=', `${BY_ACCOUNT}${account}`)
    .where('used_at', 'is', null)
    .execute();
};

const BY_ACCOUNT = 'account:';

/** Whether the maker of a code still has the right to let phones in there; codes made at the console stay valid. */
const mayStill = async (db: Kysely<Tables>, madeBy: string, path: string): Promise<boolean> => {
  if (!madeBy.startsWith(BY_ACCOUNT)) return true;
  const maker = await readViewer(db, madeBy.slice(BY_ACCOUNT.length));
  return maker !== null && may(maker.grants, 'join', 'devices', path);
};

const hashOf = (code: string): Buffer => createHash('sha256').update(`join ${code}`).digest();
