/**
 * Quarantine: keeps apart what arrived and cannot join the record. The same text under the same number is stored once.
 */
import { createHash } from 'node:crypto';
import { hashEntry, parseEntry } from '@denba/records/entry';
import type { Verdict } from '@denba/sync/admit';
import type { Bundle } from '@denba/sync/bundle';
import { readJson } from '@denba/sync/json-text';
import type { Kysely, Transaction } from 'kysely';
import { addAudit } from './audit.ts';
import { toBody } from './body.ts';
import type { SyncTables } from './tables.ts';

type Refused = Omit<Extract<Verdict, { readonly kind: 'refused' }>, 'kind'>;

/** Returns the numbers of those that were not stored before. */
export const quarantine = async (
  tx: Transaction<SyncTables>,
  place: string,
  device: string,
  at: Date,
  refused: readonly Refused[],
): Promise<readonly number[]> => {
  if (refused.length === 0) return [];
  const open = { resolved_at: null, resolved_by: null, resolution: null };
  const kept = await tx
    .insertInto('quarantine')
    .values(
      refused.map(({ seq, reason, text }) => ({
        place_id: place,
        device_id: device,
        seq,
        reason,
        received_at: at,
        ...open,
        hash: createHash('sha256').update(text).digest(),
        body: toBody(text),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .execute();
  return kept.map(({ seq }) => Number(seq));
};

/**
 * Quarantines a whole bundle of a phone that was reported lost, because nobody knows who wrote it. Entries that the
 * phone had sent before are in the record and stay there; the rest waits for somebody who vouches for it
 * (`take-in-lost.ts`). Returns `received` when all of it was in the record already.
 */
export const quarantineBundle = (
  db: Kysely<SyncTables>,
  { device, place, broughtBy }: { readonly device: string; readonly place: string; readonly broughtBy: string },
  { head, lines }: Bundle,
  at: Date,
): Promise<'received' | 'apart'> =>
  db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('entry')
      .select('hash')
      .where('place_id', '=', place)
      .where('device_id', '=', device)
      .where('seq', '>=', String(head.from))
      .where('seq', '<', String(head.from + head.count))
      .execute();
    const here = new Set(rows.map(({ hash }) => hash.toString('hex')));
    const refused = lines
      .map((text, index) => ({ seq: head.from + index, reason: 'lostPhone' as const, text }))
      .filter(({ text }) => !here.has(hashOf(text) ?? ''));
    const kept = await quarantine(tx, place, device, at, refused);
    if (refused.length === 0) return 'received';
    if (kept.length === 0) return 'apart';
    const detail = { reason: 'lostPhone', entries: kept.length, broughtBy };
    await addAudit(tx, place, at, [{ actor: `device:${device}`, act: 'quarantined', family: null, detail }]);
    return 'apart';
  });

/** Returns `null` when the line is not an entry. */
const hashOf = (line: string): string | null => {
  const parsed = parseEntry(readJson(line));
  return parsed.ok ? hashEntry(parsed.value) : null;
};
