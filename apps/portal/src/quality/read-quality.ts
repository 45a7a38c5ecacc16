/** How centres send their entries and keep their registers: sums and dates, nothing about a single family. */
import { type Kysely, sql } from 'kysely';
import { readCounts } from '../counts/read-counts.ts';
import { readDoubles } from '../doubles/read-doubles.ts';
import { readContacts } from '../overview/read-silence.ts';
import { type Contact, type Silence, silenceOf } from '../overview/silence.ts';
import { addMonths, type Month, monthsOf } from '../period/period.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import type { PortalTables } from '../portal-tables.ts';

export type CentreQuality = {
  readonly place: PortalPlace;
  /**
   * Of the twelve months up to the month asked for: how many since its first phone joined, and how many of these have
   * entries.
   */
  readonly months: { readonly expected: number; readonly filled: number };
  /** `null`: it has no phone. */
  readonly contact: Contact | null;
  readonly silence: Silence | null;
  /** Entries whose dates are in doubt because the clock of the phone was wrong. */
  readonly doubtful: number;
  /** Entries in quarantine: they could not join the record yet. */
  readonly apart: number;
  /** Families whose record has a problem that somebody has to correct. */
  readonly toMend: number;
  /** Families that may be the same as another family of the centre; `null`: not compared yet. */
  readonly doubles: number | null;
};

/** An indicator whose denominator counts everything that was recorded. */
const RECORDED = 'DQ.01';
export const MONTHS = 12;

export const readQuality = async (
  db: Kysely<PortalTables>,
  centres: readonly PortalPlace[],
  to: Month,
  now: Date,
): Promise<readonly CentreQuality[]> => {
  const places = centres.map(({ id }) => id);
  const from = addMonths(to, 1 - MONTHS);
  const asked = { places, indicators: [RECORDED], from, to, strata: 'together', byMonth: true, isOwn: true } as const;
  const counts = await readCounts(db, asked);
  const contacts = await readContacts(db, places);
  const joined = await readJoined(db, places);
  const [doubtful, apart, toMend, doubles] = [
    await readDoubtful(db, places, from),
    await readApart(db, places),
    await readToMend(db, places),
    await readDoubles(db, places),
  ];
  return centres.map((place) => {
    const contact = contacts.find((one) => one.place === place.id) ?? null;
    const since = joined.get(place.id) ?? null;
    const filled = counts.filter((one) => one.place === place.id && one.denominator > 0);
    const expected = since === null ? 0 : monthsOf({ from, to }).filter((month) => month >= since).length;
    return {
      place,
      contact,
      silence: contact === null ? null : silenceOf(contact, now),
      months: { expected, filled: filled.filter(({ month }) => since !== null && month >= since).length },
      doubtful: doubtful.get(place.id) ?? 0,
      apart: apart.get(place.id) ?? 0,
      toMend: toMend.get(place.id) ?? 0,
      doubles: doubles.get(place.id) ?? null,
    };
  });
};

/** The month in which the first phone of each place joined. */
const readJoined = async (db: Kysely<PortalTables>, places: readonly string[]): Promise<ReadonlyMap<string, Month>> => {
  const rows = await db
    .selectFrom('device')
    .select(['place_id as place', sql<string>`to_char(min(joined_at) AT TIME ZONE 'UTC', 'YYYY-MM')`.as('month')])
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .groupBy('place_id')
    .execute();
  return new Map(rows.map(({ place, month }) => [place, month]));
};

const readDoubtful = async (db: Kysely<PortalTables>, places: readonly string[], from: Month) =>
  counted(
    await db
      .selectFrom('entry')
      .select(['place_id as place', sql<string>`count(*)`.as('count')])
      .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
      .where('clock_off_ms', 'is not', null)
      .where('received_at', '>=', new Date(`${from}-01T00:00:00Z`))
      .groupBy('place_id')
      .execute(),
  );

const readApart = async (db: Kysely<PortalTables>, places: readonly string[]) =>
  counted(
    await db
      .selectFrom('quarantine')
      .select(['place_id as place', sql<string>`count(*)`.as('count')])
      .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
      .where('resolved_at', 'is', null)
      .groupBy('place_id')
      .execute(),
  );

const counted = (rows: readonly { readonly place: string; readonly count: string }[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ place, count }) => [place, Number(count)]));

const readToMend = async (db: Kysely<PortalTables>, places: readonly string[]) =>
  counted(
    await db
      .selectFrom('family_summary')
      .select(['place_id as place', sql<string>`count(*)`.as('count')])
      .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
      .where(sql<boolean>`(summary->>'problems')::integer > 0`)
      .groupBy('place_id')
      .execute(),
  );
