/** Writes down, in the audit of the root place, what was done to the whole database at the console. */
import type { JsonObject } from '@denba/records/canonical-json';
import { addAudit } from '@denba/sync-server/audit';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { rootPlace } from '../places/create-place.ts';

/** Without a root place nothing was set up, and there is nobody to tell. */
export const noteAtRoot = async (db: Kysely<Tables>, at: Date, act: string, detail: JsonObject): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const root = await rootPlace(tx);
    if (root === null) return;
    await addAudit(tx, root.id, at, [{ actor: 'console', act, family: null, detail }]);
  });
