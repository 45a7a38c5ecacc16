/** The people of a centre and its phones that are not revoked. */
import { type Kysely, sql } from 'kysely';
import type { PortalTables } from '../portal-tables.ts';

export type Phone = { readonly name: string; readonly lastSeen: Date | null; readonly lastSent: Date | null };
export type Person = { readonly name: string; readonly role: string };

export const readPhones = (db: Kysely<PortalTables>, place: string): Promise<readonly Phone[]> =>
  db
    .selectFrom('device')
    .select(['name', 'last_seen_at as lastSeen', 'last_sent_at as lastSent'])
    .where('place_id', '=', place)
    .where('revoked_at', 'is', null)
    .orderBy('name')
    .execute();

export const readPeople = (db: Kysely<PortalTables>, place: string): Promise<readonly Person[]> =>
  db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select(['account.name', 'account_role.role'])
    .where('account_role.place_id', '=', place)
    .where('account.closed_at', 'is', null)
    .orderBy('account.name')
    .execute();

/** When the server last received an entry of the place; `null`: it never received one. */
export const readLastEntry = async (db: Kysely<PortalTables>, place: string): Promise<Date | null> => {
  const row = await db
    .selectFrom('entry')
    .select(sql<Date | null>`max(received_at)`.as('last'))
    .where('place_id', '=', place)
    .executeTakeFirst();
  return row?.last ?? null;
};
