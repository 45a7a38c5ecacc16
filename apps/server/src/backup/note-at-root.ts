/** Records what was done to the whole database at the console, in the audit of the root place. */
import type { JsonObject } from '@denba/records/canonical-json';
import { addAudit } from '@denba/sync-server/audit';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { rootPlace } from '../places/create-place.ts';

/** Does nothing without a root place: the server was never set up. */
export const noteAtRoot = async (db: Kysely<Tables>, at: Date, act: string, detail: JsonObject): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const root = await rootPlace(tx);
    if (root === null) return;
    await addAudit(tx, root.id, at, [{ actor: 'console', act, family: null, detail }]);
  });
