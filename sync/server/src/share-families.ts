/**
 * The circle of a family: the places that care for it. A referral or a transfer adds a place, which is given the whole
 * past of the family; from then on each gets what the other records. Nobody is taken out of a circle: a place keeps what
 * it recorded, and what it needed to know then.
 */

import { groupedBy } from '@denba/quantities/grouped-by';
import type { Joining } from '@denba/sync/admit';
import { circleOf } from '@denba/sync/circle-of';
import { sql, type Transaction } from 'kysely';
import { takePositions } from './positions.ts';
import type { SyncTables } from './tables.ts';
import { type Arrival, writeEntries } from './write-entries.ts';

type Shared = ReadonlyMap<string, ReadonlySet<string>>;

/** Gives the families whose entries came new to other places, by place. The entries are in `place` already. */
export const shareFamilies = async (
  tx: Transaction<SyncTables>,
  place: string,
  arrival: Arrival,
  joining: readonly Joining[],
): Promise<Shared> => {
  const { at } = arrival;
  const families = [...new Set(joining.map(({ entry }) => entry.family))];
  const before = await tx
    .selectFrom('circle')
    .select(['family', 'other_place_id'])
    .where('place_id', '=', place)
    .where('family', 'in', families)
    .execute();
  const shared = new Map<string, Set<string>>();
  const share = (other: string, family: string): void => {
    shared.set(other, (shared.get(other) ?? new Set()).add(family));
  };
  for (const [other, rows] of groupedBy(before, (row) => row.other_place_id)) {
    const known = new Set(rows.map(({ family }) => family));
    await writeEntries(
      tx,
      other,
      arrival,
      joining.filter(({ entry }) => known.has(entry.family)),
    );
    for (const family of known) share(other, family);
  }
  for (const { family, other } of await newMembers(tx, place, joining, before)) {
    // Both ways: whoever was handed a note on paper may have written before the referral reached the server.
    const members = [place, ...before.filter((row) => row.family === family).map((row) => row.other_place_id)];
    for (const member of members) {
      await join(tx, at, family, [member, other]);
      await copyPast(tx, member, other, family, at);
      await copyPast(tx, other, member, family, at);
      share(member, family);
    }
    share(other, family);
  }
  return shared;
};

type Member = { readonly family: string; readonly other: string };
type Row = { readonly family: string; readonly other_place_id: string };

/** Places that an entry names, that exist, and that are not in the circle yet. */
const newMembers = async (
  tx: Transaction<SyncTables>,
  place: string,
  joining: readonly Joining[],
  before: readonly Row[],
): Promise<readonly Member[]> => {
  const named = joining.flatMap(({ entry }) =>
    circleOf(entry).map((other) => ({ family: entry.family as string, other })),
  );
  const wanted = new Map(
    named
      .filter(({ other }) => other !== place)
      .filter(({ family, other }) => !before.some((row) => row.family === family && row.other_place_id === other))
      .map((member) => [`${member.family}\n${member.other}`, member]),
  );
  if (wanted.size === 0) return [];
  const places = [...new Set([...wanted.values()].map(({ other }) => other))];
  const real = await tx.selectFrom('place').select('id').where('id', 'in', places).execute();
  return [...wanted.values()].filter(({ other }) => real.some(({ id }) => id === other));
};

const join = async (tx: Transaction<SyncTables>, at: Date, family: string, [a, b]: [string, string]): Promise<void> => {
  await tx
    .insertInto('circle')
    .values([
      { place_id: a, family, other_place_id: b, since: at },
      { place_id: b, family, other_place_id: a, since: at },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** In the order in which the first place got them. */
const copyPast = async (
  tx: Transaction<SyncTables>,
  from: string,
  to: string,
  family: string,
  at: Date,
): Promise<void> => {
  const missing = await tx
    .selectFrom('entry')
    .selectAll()
    .where('place_id', '=', from)
    .where('family', '=', family)
    .orderBy('position')
    .execute();
  const there = await tx
    .selectFrom('entry')
    .select(['device_id', 'seq'])
    .where('place_id', '=', to)
    .where('family', '=', family)
    .execute();
  const has = new Set(there.map(({ device_id, seq }) => `${device_id}\n${seq}`));
  const copies = missing.filter(({ device_id, seq }) => !has.has(`${device_id}\n${seq}`));
  if (copies.length === 0) return;
  const first = await takePositions(tx, to, copies.length);
  const column = <Value>(of: (one: (typeof copies)[number]) => Value): Value[] => copies.map(of);
  await sql`
    INSERT INTO entry (place_id, position, device_id, seq, hash, id, family, recorded_at, received_at, body, clock_off_ms)
    SELECT ${to}, position, device_id, seq, hash, id, ${family}, recorded_at, ${at}, body, clock_off_ms
    FROM unnest(
      ${copies.map((_, index) => first + index)}::bigint[],
      ${column((one) => one.device_id)}::text[],
      ${column((one) => one.seq)}::bigint[],
      ${column((one) => one.hash)}::bytea[],
      ${column((one) => one.id)}::text[],
      ${column((one) => one.recorded_at)}::text[],
      ${column((one) => one.body)}::bytea[],
      ${column((one) => one.clock_off_ms)}::bigint[]
    ) AS new (position, device_id, seq, hash, id, recorded_at, body, clock_off_ms)`.execute(tx);
};
