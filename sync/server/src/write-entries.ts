/** Puts entries at the end of the feed of a place. What is there already is not put there again. */
import type { Joining } from '@denba/sync/admit';
import { sql, type Transaction } from 'kysely';
import { toBody } from './body.ts';
import { doubtOf } from './doubtful-clock.ts';
import { takePositions } from './positions.ts';
import type { SyncTables } from './tables.ts';

export type Arrival = {
  readonly at: Date;
  /** How far the clock of the phone was off when it sent; positive: ahead. `null`: not known. */
  readonly phoneOffMs: number | null;
};

/** The entries are known not to be in this feed: the log of their device says so. */
export const writeEntries = async (
  tx: Transaction<SyncTables>,
  place: string,
  { at, phoneOffMs }: Arrival,
  joining: readonly Joining[],
): Promise<void> => {
  const first = await takePositions(tx, place, joining.length);
  const column = <Value>(of: (one: Joining) => Value): Value[] => joining.map(of);
  // Bytes in an array travel as text, twice as long; as one block each they travel as they are.
  const bodies = column(({ text }) => toBody(text));
  let end = 0;
  const starts = bodies.map(({ length }) => {
    end += length;
    return end - length + 1;
  });
  await sql`
    INSERT INTO entry (place_id, position, device_id, seq, hash, id, family, recorded_at, received_at, body, clock_off_ms)
    SELECT ${place}, position, device_id, seq,
      substring(${Buffer.concat(column(({ hash }) => Buffer.from(hash, 'hex')))}::bytea FROM (nth::int - 1) * 32 + 1 FOR 32),
      id, family, recorded_at, ${at}, substring(${Buffer.concat(bodies)}::bytea FROM start FOR size), clock_off_ms
    FROM unnest(
      ${joining.map((_, index) => first + index)}::bigint[],
      ${column(({ entry }) => entry.device)}::text[],
      ${column(({ entry }) => entry.seq)}::bigint[],
      ${column(({ entry }) => entry.id)}::text[],
      ${column(({ entry }) => entry.family)}::text[],
      ${column(({ entry }) => entry.recordedAt)}::text[],
      ${starts}::int[],
      ${bodies.map(({ length }) => length)}::int[],
      ${column(({ entry }) => doubtOf(entry, { at, phoneOffMs }))}::bigint[]
    ) WITH ORDINALITY AS new (position, device_id, seq, id, family, recorded_at, start, size, clock_off_ms, nth)`.execute(
    tx,
  );
};
