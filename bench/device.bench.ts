/**
 * The store of the phone, in a real Chromium at 360×740 with the processor six times slower, compared with PouchDB with
 * the same entries and rows: cold start, opening a family, saving a visit, disk, memory. The key of the PIN is derived
 * on the main thread, which is the one that is slowed down; the browser is restarted for each cold start.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryToText } from '@denba/records/entry';
import type { Bench, BenchFigure } from './bench-figure.ts';
import { bundled, type Phone, serve, switchOn } from './browser/phone.ts';
import { ENTRIES_OF_LONG_FAMILIES, phoneData, sizeOf } from './browser/phone-entries.ts';

const FAMILIES = 10_000;
const ENTRIES = 50_000;
const SLOWER = 6;
const STARTS = 5;
const SAVES = 60;
const TODAY = '2025-11-01';

export const bench: Bench = {
  name: 'Device: the encrypted store of the phone',
  run: async () => {
    const { entries, longFamilies } = phoneData('bench', { families: FAMILIES, entries: ENTRIES });
    const site = await serve(
      new Map([
        ['/device.js', await bundled(here('browser/device-page.ts'))],
        ['/pouch.js', await bundled(here('browser/pouch-page.ts'), { events: here('browser/events.js') })],
        ['/entries.ndjson', entries.map(entryToText).join('\n')],
      ]),
    );
    const folder = mkdtempSync(join(tmpdir(), 'denba-phone-'));
    try {
      const device = await measure(join(folder, 'device'), `${site.url}/device.html`, longFamilies);
      const pouch = await measure(join(folder, 'pouch'), `${site.url}/pouch.html`, longFamilies);
      const size = `${entries.length} entries of ${sizeOf(entries)} characters, ${device.rows} families, ${device.due} due`;
      return [...figures('', device, size), ...figures('PouchDB 9: ', pouch, 'in clear, its IndexedDB adapter `idb`')];
    } finally {
      site.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Started = { readonly ms: number; readonly keyMs: number; readonly rows: number; readonly due: number };

const measure = async (profile: string, url: string, families: readonly string[]) => {
  const first = await switchOn(profile, url);
  await first.page.evaluate("page.fill('/entries.ndjson')");
  await first.switchOff();
  const diskMb = megabytesIn(join(profile, 'Default', 'IndexedDB'));
  const starts: Started[] = [];
  const heaps: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const phone = await switchOn(profile, url);
    await phone.slowDown(SLOWER);
    starts.push(await start(phone));
    await phone.slowDown(1);
    heaps.push(await phone.heapMb());
    await phone.switchOff();
  }
  const phone = await switchOn(profile, url);
  await phone.slowDown(SLOWER);
  await start(phone);
  const opened: number[] = [];
  const saved: number[] = [];
  for (const family of families.slice(0, SAVES)) {
    opened.push((await phone.page.evaluate(`page.openFamily('${family}')`)) as number);
    saved.push((await phone.page.evaluate(`page.save('${family}')`)) as number);
  }
  await phone.switchOff();
  const { rows, due } = starts[0] ?? { rows: 0, due: 0 };
  return { starts, heaps, rows, due, diskMb, opened, saved };
};

const start = (phone: Phone): Promise<Started> => phone.page.evaluate(`page.start('${TODAY}')`);

type Measured = Awaited<ReturnType<typeof measure>>;

const figures = (who: string, { starts, heaps, diskMb, opened, saved }: Measured, note: string): BenchFigure[] => {
  const keyMs = Math.round(median(starts.map((one) => one.keyMs)));
  return [
    {
      what: `${who}cold start, PIN to the list of who is due`,
      value: median(starts.map((one) => one.ms)),
      unit: 'ms',
      note: `median of ${STARTS}${keyMs > 0 ? `, of which ${keyMs} ms make a key of the PIN` : ''}; ${note}`,
    },
    {
      what: `${who}open a family of ${ENTRIES_OF_LONG_FAMILIES} entries`,
      value: median(opened),
      unit: 'ms',
      note: `median of ${opened.length}, p95 ${Math.round(quantile(opened, 0.95))} ms`,
    },
    {
      what: `${who}save a visit, p95`,
      value: quantile(saved, 0.95),
      unit: 'ms',
      note: `of ${saved.length}, median ${Math.round(median(saved))} ms`,
    },
    { what: `${who}disk`, value: diskMb, unit: 'MB', note: 'files of the database, browser closed' },
    {
      what: `${who}heap after unlock`,
      value: median(heaps),
      unit: 'MB',
      note: `median of ${STARTS}, garbage collected`,
    },
  ];
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const megabytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 1e6;

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
const median = (values: readonly number[]): number => quantile(values, 0.5);
