/**
 * The server's store while a bundle is received: PostgreSQL, inside one transaction; each statement concerns one place.
 */
import { type Entry, type EntryHash, parseEntry } from '@denba/records/entry';
import type { Joining } from '@denba/sync/admit';
import type { ReceivingStore } from '@denba/sync/receiving/receiving-store';
import { sql, type Transaction } from 'kysely';
import { addAudit } from './audit.ts';
import { fromBody } from './body.ts';
import { changeFigures } from './figures/change-figures.ts';
import type { Figures } from './figures/figures.ts';
import { bringUpToDate } from './figures/up-to-date.ts';
import { factsOfFamilies } from './figures/write-figures.ts';
import { leaveToFold, takeToFold } from './left-to-fold.ts';
import { quarantine } from './quarantine.ts';
import { readTogether, replaceSummaries, summaryRow } from './summaries.ts';
import type { SyncTables } from './tables.ts';
import { type Arrival, type EntryRow, rowOf, writeEntries } from './write-entries.ts';

type Tx = Transaction<SyncTables>;

/** `figures`: updated together with the summaries; `null`: no figures are kept. */
export const postgresStore = (tx: Tx, arrival: Arrival, figures: Figures | null = null): ReceivingStore<EntryRow> => {
  /** Entries that this transaction appended, by place: they need not be read back. */
  const written = new Map<string, readonly Joining[]>();
  return {
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
    append: async (place, joining) => {
      written.set(place, [...(written.get(place) ?? []), ...joining]);
      await writeEntries(
        tx,
        place,
        arrival.at,
        joining.map((one) => rowOf(one, arrival)),
      );
    },
    appendKept: (place, _family, rows) => writeEntries(tx, place, arrival.at, rows),
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
    entriesOf: async (place, families) => {
      if (families.length === 0) return [];
      const wanted = new Set(families);
      const fresh = (written.get(place) ?? []).filter(({ entry }) => wanted.has(entry.family));
      const before = await entriesOfFamilies(
        tx,
        place,
        families,
        fresh.map(({ entry }) => entry),
      );
      return [...before, ...fresh.map(({ entry }) => entry)];
    },
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
        .values({ place_id: place, family, other_place_id: other, since: arrival.at })
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
    leaveToFold: (place, families) => leaveToFold(tx, place, families),
    takeToFold: (place, most) => takeToFold(tx, place, most),
    replaceSummaries: async (place, families, summaries) => {
      const rows = summaries.map((one) => summaryRow(place, one));
      if (figures === null) return replaceSummaries(tx, place, families, rows);
      const counted = await bringUpToDate(tx, place, figures);
      if (counted === null) return replaceSummaries(tx, place, families, rows);
      const before = await factsOfFamilies(tx, place, families);
      await replaceSummaries(tx, place, families, rows);
      await changeFigures(tx, place, counted, figures, before, summaries);
    },
    quarantine: async (place, device, refused) => {
      await quarantine(tx, place, device, arrival.at, refused);
    },
    audit: (place, events) => addAudit(tx, place, arrival.at, events),
  };
};

const lockLog = async (tx: Tx, place: string, device: string) => {
  const { acknowledged, head } = (await knownLog(tx, place, device)) ?? (await begunLog(tx, place, device));
  return { acknowledged: Number(acknowledged), head: head === null ? null : hashText(head) };
};

const knownLog = (tx: Tx, place: string, device: string) =>
  tx
    .selectFrom('device_log')
    .select(['acknowledged', 'head'])
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .forUpdate()
    .executeTakeFirst();

const begunLog = async (tx: Tx, place: string, device: string) => {
  await tx
    .insertInto('device_log')
    .values({ place_id: place, device_id: device, acknowledged: 0, head: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const log = await knownLog(tx, place, device);
  if (log === undefined) throw new Error('a log that was begun is not there');
  return log;
};

const past = async (tx: Tx, place: string, family: string): Promise<readonly EntryRow[]> => {
  const rows = await tx
    .selectFrom('entry')
    .selectAll()
    .where('place_id', '=', place)
    .where('family', '=', family)
    .orderBy('position')
    .execute();
  return rows.map(({ device_id: device, seq, hash, id, recorded_at: recordedAt, body, clock_off_ms: clockOffMs }) => ({
    device,
    seq,
    hash: hashText(hash),
    id,
    family,
    recordedAt,
    body,
    clockOffMs,
  }));
};

/** `except`: entries, all of one device, that the caller has already. */
export const entriesOfFamilies = async (
  tx: Tx,
  place: string,
  families: readonly string[],
  except: readonly Pick<Entry, 'device' | 'seq'>[] = [],
): Promise<readonly Entry[]> => {
  const [device] = except.map((entry) => entry.device);
  let asked = tx
    .selectFrom('entry')
    .select('body')
    .where('place_id', '=', place)
    .where('family', 'in', [...families]);
  if (device !== undefined) {
    const seqs = except.map(({ seq }) => seq);
    asked = asked.where(sql<boolean>`NOT (device_id = ${device} AND seq = ANY(${seqs}::bigint[]))`);
  }
  const rows = await asked.execute();
  return rows.map(({ body }) => {
    const entry = parseEntry(JSON.parse(fromBody(body)));
    if (!entry.ok) throw new Error('an entry that was accepted cannot be read any more');
    return entry.value;
  });
};

const hashText = (hash: Buffer) => hash.toString('hex') as EntryHash;
