/** The server's store while a bundle is taken in: PostgreSQL, inside one transaction, one place a statement. */
import { createHash } from 'node:crypto';
import { type Entry, type EntryHash, parseEntry } from '@denba/records/entry';
import type { Refused } from '@denba/sync/admit';
import type { ReceivingStore } from '@denba/sync/receiving/receiving-store';
import type { Transaction } from 'kysely';
import { addAudit } from './audit.ts';
import { fromBody, toBody } from './body.ts';
import { readTogether, replaceSummaries } from './summaries.ts';
import type { SyncTables } from './tables.ts';
import { type EntryRow, rowOf, writeEntries } from './write-entries.ts';

type Tx = Transaction<SyncTables>;

/** `at`: when it is received, by the server's clock. */
export const postgresStore = (tx: Tx, at: Date): ReceivingStore<EntryRow> => ({
  lockLog: (place, device) => lockLog(tx, place, device),
  acknowledge: async (place, device, { acknowledged, head }) => {
    await tx
      .updateTable('device_log')
      .set({ acknowledged, head: head === null ? null : Buffer.from(head, 'hex') })
      .where('place_id', '=', place)
      .where('device_id', '=', device)
      .execute();
  },
  hashesOf: async (place, device, from, count) => {
    const rows = await tx
      .selectFrom('entry')
      .select(['seq', 'hash'])
      .where('place_id', '=', place)
      .where('device_id', '=', device)
      .where('seq', '>=', String(from))
      .where('seq', '<', String(from + count))
      .execute();
    return new Map(rows.map(({ seq, hash }) => [Number(seq), hashText(hash)]));
  },
  append: (place, joining) => writeEntries(tx, place, at, joining.map(rowOf)),
  appendKept: (place, _family, rows) => writeEntries(tx, place, at, rows),
  past: (place, family) => past(tx, place, family),
  pastHashes: async (place, family) => {
    const rows = await tx
      .selectFrom('entry')
      .select('hash')
      .where('place_id', '=', place)
      .where('family', '=', family)
      .execute();
    return rows.map(({ hash }) => hashText(hash));
  },
  entriesOf: (place, families) => entriesOf(tx, place, families),
  membersFor: (place, families) =>
    tx
      .selectFrom('circle')
      .select(['family', 'other_place_id as other'])
      .where('place_id', '=', place)
      .where('family', 'in', [...families])
      .execute(),
  addMember: async (place, { family, other }) => {
    await tx
      .insertInto('circle')
      .values({ place_id: place, family, other_place_id: other, since: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  knownPlaces: async (ids) => {
    const rows = await tx
      .selectFrom('place')
      .select('id')
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(({ id }) => id);
  },
  readTogether: (place, families) => readTogether(tx, place, families),
  replaceSummaries: (place, families, summaries) => replaceSummaries(tx, place, families, summaries),
  quarantine: (place, device, refused) => quarantine(tx, place, device, at, refused),
  audit: (place, events) => addAudit(tx, place, at, events),
});

const lockLog = async (tx: Tx, place: string, device: string) => {
  await tx
    .insertInto('device_log')
    .values({ place_id: place, device_id: device, acknowledged: 0, head: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { acknowledged, head } = await tx
    .selectFrom('device_log')
    .select(['acknowledged', 'head'])
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { acknowledged: Number(acknowledged), head: head === null ? null : hashText(head) };
};

const past = async (tx: Tx, place: string, family: string): Promise<readonly EntryRow[]> => {
  const rows = await tx
    .selectFrom('entry')
    .selectAll()
    .where('place_id', '=', place)
    .where('family', '=', family)
    .orderBy('position')
    .execute();
  return rows.map(({ device_id: device, seq, hash, id, recorded_at: recordedAt, body }) => ({
    ...{ device, seq, hash: hashText(hash), id, family, recordedAt, body },
  }));
};

const entriesOf = async (tx: Tx, place: string, families: readonly string[]): Promise<readonly Entry[]> => {
  const rows = await tx
    .selectFrom('entry')
    .select('body')
    .where('place_id', '=', place)
    .where('family', 'in', [...families])
    .execute();
  return rows.map(({ body }) => {
    const entry = parseEntry(JSON.parse(fromBody(body)));
    if (!entry.ok) throw new Error('an entry that was accepted cannot be read any more');
    return entry.value;
  });
};

const quarantine = async (
  tx: Tx,
  place: string,
  device: string,
  at: Date,
  refused: readonly Refused[],
): Promise<void> => {
  const open = { resolved_at: null, resolved_by: null, resolution: null };
  await tx
    .insertInto('quarantine')
    .values(
      refused.map(({ seq, reason, text }) => ({
        ...{ place_id: place, device_id: device, seq, reason, received_at: at, ...open },
        hash: createHash('sha256').update(text).digest(),
        body: toBody(text),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

const hashText = (hash: Buffer) => hash.toString('hex') as EntryHash;
