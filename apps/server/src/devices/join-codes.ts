/**
 * A code that lets one phone into one centre: eight letters, for a day, used once. Kept as its hash. A supervisor makes
 * it and says or shows it to whoever holds the phone.
 */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
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
    .select(['place.id', 'place.name'])
    .where('join_code.id', '=', hashOf(asTyped(given)))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('place.closed_on', 'is', null)
    .executeTakeFirst();
  return found ?? null;
};

/** The place that the code is for; from then on it is used. `null`: unknown, too old, or used. */
export const useJoinCode = async (
  tx: Transaction<Tables>,
  given: string,
  device: string,
  now: Date,
): Promise<string | null> => {
  const used = await tx
    .updateTable('join_code')
    .set({ used_at: now, used_by: device })
    .where('id', '=', hashOf(asTyped(given)))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('place_id')
    .executeTakeFirst();
  return used?.place_id ?? null;
};

const hashOf = (code: string): Buffer => createHash('sha256').update(`join ${code}`).digest();
