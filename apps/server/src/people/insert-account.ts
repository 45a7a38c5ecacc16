/**
 * Inserts the rows of a new account, always with a role, so that somebody is responsible for it from the first moment.
 */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../http/refusal.ts';
import { onOneLine } from '../shown-name.ts';
import type { Role } from './roles.ts';
import { asSignInName } from './sign-in.ts';

export const personName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120), onOneLine);
export const signInName = v.pipe(v.string(), v.transform(asSignInName), v.regex(/^[a-z0-9][a-z0-9._@-]{2,63}$/));

export type NewRow = {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  /** The password hash. */
  readonly password: string;
  readonly passwordMade: boolean;
};

export const insertAccount = async (
  tx: Transaction<Tables>,
  { id, name, signInName, password, passwordMade }: NewRow,
  { role, place, by }: { readonly role: Role; readonly place: string; readonly by: string | null },
  at: Date,
): Promise<void> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('account')
    .values({
      id,
      name,
      sign_in_name: signInName,
      password_hash: password,
      password_made: passwordMade,
      totp_secret: null,
      totp_step: null,
      created_at: at,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.column('sign_in_name').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw nameTaken();
  await tx
    .insertInto('account_role')
    .values({ account_id: id, role, place_id: place, granted_by: by, granted_at: at })
    .execute();
};

const nameTaken = (): Refusal =>
  new Refusal(409, 'name-taken', {
    fr: 'Ce nom de connexion est déjà pris. Ajoutez par exemple celui du centre.',
    en: 'This sign-in name is taken already. Add for instance that of the centre.',
  });
