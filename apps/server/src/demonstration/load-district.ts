/**
 * Writes a simulated district into the database, as its phones would have filled it: feeds, logs, circles, summaries,
 * and in the audit of every place one line that says that it was loaded and not received. All in one transaction: a
 * kill midway leaves nothing, and the next start begins again. Every statement concerns one place.
 */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { addAudit } from '@denba/sync-server/audit';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { countPlace } from '@denba/sync-server/figures/up-to-date';
import { addCells } from '@denba/sync-server/figures/write-figures';
import { replaceSummaries } from '@denba/sync-server/summaries';
import { writeEntries } from '@denba/sync-server/write-entries';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ClosedMonth, DistrictLoad, LoadedCount, LoadedFeed, LoadedPhone, LoadedPlace } from './district-load.ts';

const ACTOR = 'demonstration';

/** `place`: the one that is loaded last; its audit says whether the district was loaded. */
export const isDistrictLoaded = async (db: Kysely<Tables>, place: string): Promise<boolean> => {
  const found = await db
    .selectFrom('audit')
    .select('position')
    .where('place_id', '=', place)
    .where('actor', '=', ACTOR)
    .where('act', '=', 'loaded')
    .executeTakeFirst();
  return found !== undefined;
};

/**
 * Loads nothing and returns `null` when another server of the same database was faster. `figures`: counted in the same
 * transaction; `null`: the next upkeep counts them.
 */
export const loadDistrict = (
  db: Kysely<Tables>,
  load: DistrictLoad,
  now: Date,
  figures: CountFigures | null = null,
): Promise<readonly LoadedCount[] | null> =>
  db.transaction().execute(async (tx) => {
    await writePlaces(tx, load.places);
    const [first] = load.places;
    // Locks a row: other servers wait here, and then find the district loaded.
    if (first !== undefined) await tx.selectFrom('place').select('id').where('id', '=', first.id).forUpdate().execute();
    if (await isDistrictLoaded(tx, load.last)) return null;
    for (const phone of load.phones) await writePhone(tx, phone);
    const loaded: LoadedCount[] = [];
    for await (const feed of load.feeds) {
      await writeFeed(tx, feed, now);
      loaded.push({ place: feed.place, families: feed.summaries.length, entries: feed.rows.length });
      const today = now.toISOString().slice(0, 10);
      if (figures !== null) await countPlace(tx as never, feed.place, { ...figures, today });
    }
    return loaded;
  });

const writePlaces = async (tx: Transaction<Tables>, places: readonly LoadedPlace[]): Promise<void> => {
  const paths = new Map<string | null, string>([[null, '']]);
  for (const { id, kind, name, parent, latitude, longitude, population } of places) {
    const path = `${paths.get(parent) ?? ''}${id}/`;
    paths.set(id, path);
    await tx
      .insertInto('place')
      .values({ id, parent_id: parent, kind, name, path, latitude, longitude, code: id, dhis2_uid: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ latitude, longitude }))
      .execute();
    for (const [year, people] of Object.entries(population)) {
      await tx
        .insertInto('place_population')
        .values({ place_id: id, year: Number(year), population: people })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }
};

/** A phone that nobody has: its private key and its token are not kept. */
const writePhone = async (
  tx: Transaction<Tables>,
  { id, place, name, joinedAt, lastSeenAt }: LoadedPhone,
): Promise<void> => {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  await tx
    .insertInto('device')
    .values({
      id,
      place_id: place,
      name,
      facility: place,
      public_key: point,
      token_hash: createHash('sha256').update(randomBytes(32)).digest(),
      joined_at: joinedAt,
      last_seen_at: lastSeenAt,
      last_sent_at: lastSeenAt,
      clock_off_ms: 0,
      revoked_at: null,
      revoked_by: null,
    })
    .execute();
};

const ROWS_AT_ONCE = 1_000;

const writeFeed = async (
  tx: Transaction<Tables>,
  { place, rows, summaries, circle, logs, closed }: LoadedFeed,
  now: Date,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await writeEntries(tx, place, now, rows.slice(from, from + ROWS_AT_ONCE));
  }
  await replaceSummaries(tx, place, [], summaries);
  for (const { phone, acknowledged, head } of logs) {
    await tx
      .insertInto('device_log')
      .values({ place_id: place, device_id: phone, acknowledged, head: Buffer.from(head, 'hex') })
      .execute();
  }
  if (circle.length > 0) {
    await tx
      .insertInto('circle')
      .values(circle.map(({ family, other, since }) => ({ place_id: place, family, other_place_id: other, since })))
      .execute();
  }
  await writeClosed(tx, place, closed);
  const detail = { simulated: true, entries: rows.length, families: summaries.length };
  await addAudit(tx, place, now, [{ actor: ACTOR, act: 'loaded', family: null, detail }]);
};

/** The rows that closing each month on its day would have written; entries received later are shown beside them. */
const writeClosed = async (tx: Transaction<Tables>, place: string, closed: readonly ClosedMonth[]): Promise<void> => {
  if (closed.length === 0) return;
  await tx
    .insertInto('month_closed')
    .values(closed.map(({ month, at }) => ({ place_id: place, month, closed_at: new Date(at), with_stocks: true })))
    .execute();
  await addCells(
    tx as never,
    'figure_frozen',
    place,
    closed.flatMap(({ counts }) => counts),
  );
};
