/** How fast summaries, facts and figures of places are rebuilt from their entries, by all threads and by one alone. */
import { availableParallelism } from 'node:os';
import { localDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { appendEntry, emptyLog } from '@denba/records/entry-log';
import { deviceId, facilityId } from '@denba/records/ids';
import { recordThreads } from '@denba/server/record-threads/record-threads';
import { type RecordWork, recordWork } from '@denba/server/record-threads/record-work';
import { readBundle, writeBundle } from '@denba/sync/bundle';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import type { BenchFigure } from '../bench-figure.ts';
import { clinicData } from '../browser/clinic-entries.ts';
import { rules } from '../browser/clinic-stories.ts';
import { NOW, type Portal } from './with-portal.ts';

const ENTRIES = Number(process.env['REBUILT'] ?? 20_000);
const PLACES = 10;
const nameOf = (number: number): string => `rebuilt-${number}`;

export const rebuildRate = async (portal: Portal): Promise<readonly BenchFigure[]> => {
  const { db, databaseUrl, fold, figures, indicators } = portal;
  const told = clinicData('rebuild', localDate('2026-11-26'), { families: ENTRIES / 5, entries: ENTRIES });
  const placeOf = new Map<string, number>();
  const shares: Entry[][] = Array.from({ length: PLACES }, () => []);
  for (const entry of told.entries) {
    const place = placeOf.get(entry.family) ?? placeOf.size % PLACES;
    placeOf.set(entry.family, place);
    shares[place]?.push(entry);
  }
  for (const [number, share] of shares.entries()) await receive(portal, nameOf(number), share);
  const today = NOW.toISOString().slice(0, 10);
  const timed = async (rebuild: RecordWork['rebuild'], atOnce: number): Promise<number> => {
    const waiting = shares.map((_, number) => nameOf(number));
    const lane = async (): Promise<void> => {
      for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) await rebuild(place, today);
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: atOnce }, lane));
    return told.entries.length / ((performance.now() - start) / 1000);
  };
  const alone = recordWork({ db, fold, figures });
  const onOne = await timed(alone.rebuild, 1);
  const count = Math.max(2, availableParallelism());
  const threads = recordThreads(
    { databaseUrl, careRules: rules, indicators },
    count,
    () => new Date(),
    () => {},
  );
  // A first run, not measured, so that the threads are started and warm, as on a server that has been running.
  await timed(threads.rebuild, count);
  const onAll = await timed(threads.rebuild, count);
  await threads.end();
  const size = `${told.entries.length} entries of ${PLACES} places, read, folded, written and counted`;
  return [
    {
      what: 'figures made again from entries',
      value: onAll,
      unit: 'entries/s',
      note: `target 20000; ${size} by ${count} threads that run already; PostgreSQL shares the machine`,
    },
    { what: 'figures made again from entries, on one thread', value: onOne, unit: 'entries/s', note: size },
  ];
};

/** Sends the entries to the server again as those of one phone of the place. */
const receive = async ({ db, fold }: Portal, place: string, entries: readonly Entry[]): Promise<void> => {
  await db
    .insertInto('place')
    .values({ id: place, parent_id: null, kind: 'health_centre', name: place, path: `${place}/` })
    .execute();
  const device = `${place}-phone`;
  let log = emptyLog(deviceId(device));
  const own = entries.map(({ device: _d, seq: _s, prev: _p, ...draft }) => {
    const appended = appendEntry(log, { ...draft, facility: facilityId(place) });
    if (!appended.ok) throw new Error(JSON.stringify(appended.error));
    log = appended.value.log;
    return appended.value.entry;
  });
  for (let at = 0; at < own.length; at += 2_000) {
    const slice = own.slice(at, at + 2_000);
    const made = slice[0]?.recordedAt as Entry['recordedAt'];
    const bundle = readBundle(await writeBundle(slice, device, made, async () => new Uint8Array(64)));
    if (!bundle.ok) throw new Error(bundle.error.kind);
    await receiveBundle(
      { db, fold, figures: null, now: () => NOW },
      { device, place, facilities: new Set([place]) },
      bundle.value,
    );
  }
};
