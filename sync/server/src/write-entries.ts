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
  await sql`
    INSERT INTO entry (place_id, position, device_id, seq, hash, id, family, recorded_at, received_at, body, clock_off_ms)
    SELECT ${place}, position, device_id, seq, hash, id, family, recorded_at, ${at}, body, clock_off_ms
    FROM unnest(
      ${joining.map((_, index) => first + index)}::bigint[],
      ${column(({ entry }) => entry.device)}::text[],
      ${column(({ entry }) => entry.seq)}::bigint[],
      ${column(({ hash }) => Buffer.from(hash, 'hex'))}::bytea[],
      ${column(({ entry }) => entry.id)}::text[],
      ${column(({ entry }) => entry.family)}::text[],
      ${column(({ entry }) => entry.recordedAt)}::text[],
      ${column(({ text }) => toBody(text))}::bytea[],
      ${column(({ entry }) => doubtOf(entry, { at, phoneOffMs }))}::bigint[]
    ) AS new (position, device_id, seq, hash, id, family, recorded_at, body, clock_off_ms)`.execute(tx);
};
