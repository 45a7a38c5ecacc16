/**
 * Remembers who ever had access to somebody's account by making it, or a password or an e-mail for it. Where two people
 * are needed, these two count as one: otherwise a person could create the second one herself.
 */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export const rememberMaker = async (tx: Kysely<Tables>, account: string, by: string): Promise<void> => {
  if (account === by) return;
  await tx
    .insertInto('account_maker')
    .values({ account_id: account, made_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const madeTheOther = async (db: Kysely<Tables>, one: string, other: string): Promise<boolean> => {
  const row = await db
    .selectFrom('account_maker')
    .select('account_id')
    .where('account_id', 'in', [one, other])
    .where('made_by', 'in', [one, other])
    .executeTakeFirst();
  return row !== undefined;
};
