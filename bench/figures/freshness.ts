/**
 * Measures from sending a phone's bundle to the changed figure: the server answers, folds in the next pause, and
 * counts.
 */
import { createHash } from 'node:crypto';
import { localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { readBundle, writeBundle } from '@denba/sync/bundle';
import { foldPending } from '@denba/sync-server/fold-pending';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import { sql } from 'kysely';
import type { BenchFigure } from '../bench-figure.ts';
import { NOW, type Portal } from './with-portal.ts';

const TIMES = 20;
/** How long nothing must arrive before the server folds (`fold-in-pauses.ts`). */
const PAUSE_MS = 20;
const PLACE = 'centre-5';

export const freshness = async ({ db, fold, figures }: Portal): Promise<readonly BenchFigure[]> => {
  const screened = async (): Promise<number> => {
    const { rows } = await sql<{ numerator: string }>`
      SELECT numerator FROM indicator_figure WHERE place_id = ${PLACE} AND indicator = 'MAMI.DEP' AND month = '2026-11'
      AND stratum = ''`.execute(db);
    return Number(rows[0]?.numerator ?? 0);
  };
  const times: number[] = [];
  for (let at = 0; at < TIMES; at += 1) {
    const device = fakeDevice(`fresh-${createHash('sha256').update(String(at)).digest('hex').slice(0, 8)}`, {
      facility: facilityId(PLACE),
    });
    const life = family(`fresh-${at}`, { on: '2026-11-20', device })
      .mother({ on: localDate('2026-11-20') })
      .bears({ on: '2026-10-01' })
      .screened({ on: '2026-11-25', screen_result: 'negative' });
    const sender = { device: device.log.device, place: PLACE, facilities: new Set([PLACE]) };
    const made = '2026-11-26T09:00:00.000Z#0000' as (typeof life.entries)[number]['recordedAt'];
    const bundle = readBundle(await writeBundle(life.entries, sender.device, made, async () => new Uint8Array(64)));
    if (!bundle.ok) throw new Error(bundle.error.kind);
    const before = await screened();
    const start = performance.now();
    await receiveBundle({ db, fold: null, figures, now: () => NOW }, sender, bundle.value);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await foldPending({ db, fold, figures, now: () => NOW });
    if ((await screened()) !== before + 1) throw new Error('the screen is not in the figure');
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return [
    {
      what: 'a saved entry is in the figure after',
      value: times[TIMES / 2] ?? Number.NaN,
      unit: 'ms',
      note: `target 1000; longest of ${TIMES}: ${Math.round(times.at(-1) ?? 0)} ms; in a country of that size`,
    },
  ];
};
