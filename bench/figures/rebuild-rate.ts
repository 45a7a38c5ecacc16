/** How fast summaries, facts and figures of a place are made again from its entries, on one thread. */

import { localDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { appendEntry, emptyLog } from '@denba/records/entry-log';
import { deviceId, facilityId } from '@denba/records/ids';
import { readBundle, writeBundle } from '@denba/sync/bundle';
import { makePlaceAgain } from '@denba/sync-server/make-place-again';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import type { BenchFigure } from '../bench-figure.ts';
import { clinicData } from '../browser/clinic-entries.ts';
import { NOW, type Portal } from './with-portal.ts';

const ENTRIES = Number(process.env['REBUILT'] ?? 20_000);
const PLACE = 'rebuilt';

export const rebuildRate = async ({ db, fold, figures }: Portal): Promise<readonly BenchFigure[]> => {
  await db
    .insertInto('place')
    .values({ id: PLACE, parent_id: null, kind: 'health_centre', name: PLACE, path: `${PLACE}/` })
    .execute();
  const told = clinicData('rebuild', localDate('2026-11-26'), { families: ENTRIES / 5, entries: ENTRIES });
  let log = emptyLog(deviceId('rebuilt-phone'));
  const own: Entry[] = told.entries.map(({ device: _d, seq: _s, prev: _p, ...draft }) => {
    const appended = appendEntry(log, { ...draft, facility: facilityId(PLACE) });
    if (!appended.ok) throw new Error(JSON.stringify(appended.error));
    log = appended.value.log;
    return appended.value.entry;
  });
  const sender = { device: 'rebuilt-phone', place: PLACE, facilities: new Set([PLACE]) };
  for (let at = 0; at < own.length; at += 2_000) {
    const slice = own.slice(at, at + 2_000);
    const bundle = readBundle(
      await writeBundle(
        slice,
        sender.device,
        slice[0]?.recordedAt as Entry['recordedAt'],
        async () => new Uint8Array(64),
      ),
    );
    if (!bundle.ok) throw new Error(bundle.error.kind);
    await receiveBundle({ db, fold, figures: null, now: () => NOW }, sender, bundle.value);
  }
  const start = performance.now();
  await makePlaceAgain(db, PLACE, { fold, figures: { ...figures, today: NOW.toISOString().slice(0, 10) } });
  const seconds = (performance.now() - start) / 1000;
  return [
    {
      what: 'figures made again from entries',
      value: own.length / seconds,
      unit: 'entries/s',
      note: `target 20000; ${own.length} entries of one place, read, folded, written and counted on one thread`,
    },
  ];
};
