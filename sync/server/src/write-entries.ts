/** Appends entries to the feed of a place, in one statement, however many they are. */
import type { Joining } from '@denba/sync/admit';
import type { Kept } from '@denba/sync/receiving/receiving-store';
import { sql, type Transaction } from 'kysely';
import { toBody } from './body.ts';
import { doubtOf } from './doubtful-clock.ts';
import { takePositions } from './positions.ts';
import type { SyncTables } from './tables.ts';

/** An entry in the database, without its place. */
export type EntryRow = Kept & {
  readonly device: string;
  readonly seq: string;
  readonly id: string;
  readonly family: string;
  readonly recordedAt: string;
  readonly body: Buffer;
  /** How far the clock was off, in milliseconds; `null`: the dates are not in doubt. */
  readonly clockOffMs: string | null;
  /** When it was received, if that was not now: set for entries that are loaded, not received. */
  readonly receivedAt?: Date;
};

export type Arrival = {
  readonly at: Date;
  /** How far the phone's clock was off when it sent, in milliseconds, positive when ahead; `null`: unknown. */
  readonly phoneOffMs: number | null;
};

export const rowOf = ({ entry, hash, text }: Joining, arrival: Arrival): EntryRow => ({
  device: entry.device,
  seq: String(entry.seq),
  hash,
  id: entry.id,
  family: entry.family,
  recordedAt: entry.recordedAt,
  body: toBody(text),
  clockOffMs: doubtOf(entry, arrival)?.toString() ?? null,
});

export const writeEntries = async (
  tx: Transaction<SyncTables>,
  place: string,
  at: Date,
  rows: readonly EntryRow[],
): Promise<void> => {
  if (rows.length === 0) return;
  const first = await takePositions(tx, place, rows.length);
  const column = <Value>(of: (row: EntryRow) => Value): Value[] => rows.map(of);
  // An array of bytea is sent as text, twice as long; one concatenated block is sent as bytes.
  const bodies = column(({ body }) => body);
  let end = 0;
  const starts = bodies.map(({ length }) => {
    end += length;
    return end - length + 1;
  });
  await sql`
    INSERT INTO entry (place_id, position, device_id, seq, hash, id, family, recorded_at, received_at, body, clock_off_ms)
    SELECT ${place}, position, device_id, seq,
      substring(${Buffer.concat(column(({ hash }) => Buffer.from(hash, 'hex')))}::bytea FROM (nth::int - 1) * 32 + 1 FOR 32),
      id, family, recorded_at, received_at, substring(${Buffer.concat(bodies)}::bytea FROM start FOR size), clock_off_ms
    FROM unnest(
      ${rows.map((_, index) => first + index)}::bigint[],
      ${column((row) => row.device)}::text[],
      ${column((row) => row.seq)}::bigint[],
      ${column((row) => row.id)}::text[],
      ${column((row) => row.family)}::text[],
      ${column((row) => row.recordedAt)}::text[],
      ${column((row) => (row.receivedAt ?? at).toISOString())}::timestamptz[],
      ${starts}::int[],
      ${bodies.map(({ length }) => length)}::int[],
      ${column((row) => row.clockOffMs)}::bigint[]
    ) WITH ORDINALITY AS new (position, device_id, seq, id, family, recorded_at, received_at, start, size, clock_off_ms, nth)`.execute(
    tx,
  );
};
