/** What every act on the server needs: its database and its clock. */
import type { JsonObject } from '@denba/records/canonical-json';
import { addAudit } from '@denba/sync-server/audit';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './database/tables.ts';

export type Site = { readonly db: Kysely<Tables>; readonly now: () => Date };

/**
 * Records in the audit who did what at a place, in the transaction that does it, so that neither exists without the
 * other.
 */
export const writeDown = (
  tx: Transaction<Tables>,
  { now }: Site,
  account: string,
  place: string,
  act: string,
  detail: JsonObject = {},
): Promise<void> => addAudit(tx, place, now(), [{ actor: `account:${account}`, act, family: null, detail }]);
