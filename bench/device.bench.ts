/**
 * The store of the phone, in a real Chromium at 360×740 with the processor six times slower, against PouchDB with the
 * same entries: cold start from the PIN, opening a family, saving a visit, disk, memory. Everything that can be is done
 * on the main thread, the one that is slowed down; the browser is started anew for each cold start.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryToText } from '@denba/records/entry';
import type { Bench, BenchFigure } from './bench-figure.ts';
import { bundled, type Phone, serve, switchOn } from './browser/phone.ts';
import { phoneData, sizeOf } from './browser/phone-entries.ts';

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
        ['/pouch.js', await bundled(here('browser/pouch-page.ts'))],
        ['/entries.ndjson', entries.map(entryToText).join('\n')],
      ]),
    );
    const folder = mkdtempSync(join(tmpdir(), 'denba-phone-'));
    try {
      const ours = await measure(join(folder, 'device'), `${site.url}/device.html`, longFamilies, device);
      const theirs = await measure(join(folder, 'pouch'), `${site.url}/pouch.html`, longFamilies, pouch);
      const size = `${entries.length} entries of ${sizeOf(entries)} characters, ${ours.rows} families, ${ours.due} due`;
      return [
        ...figures('', ours, `; ${size}`),
        ...figures('PouchDB 9: ', theirs, '; in clear'),
        { what: 'of a cold start, making a key of the PIN', value: ours.stretchMs, unit: 'ms', note: 'Argon2id' },
      ];
    } finally {
      site.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The two pages, behind one face. */
type Store = {
  readonly fill: (phone: Phone, entries: string) => Promise<void>;
  readonly start: (phone: Phone) => Promise<{ readonly ms: number; readonly rows: number; readonly due: number }>;
  readonly stretchMs: (phone: Phone) => Promise<number>;
};

const device: Store = {
  fill: async ({ page }, entries) => {
    await page.evaluate('page.create()');
    console.error('fill', await page.evaluate(`page.fill(${JSON.stringify(entries)})`));
  },
  start: ({ page }) => page.evaluate(`page.unlock('${TODAY}')`),
  stretchMs: ({ page }) => page.evaluate('page.stretch()'),
};

const pouch: Store = {
  fill: async ({ page }, entries) => {
    console.error('fill', await page.evaluate(`page.fill(${JSON.stringify(entries)})`));
  },
  start: ({ page }) => page.evaluate(`page.list('${TODAY}')`),
  stretchMs: async () => 0,
};

const measure = async (profile: string, url: string, families: readonly string[], store: Store) => {
  const first = await switchOn(profile, url);
  await store.fill(first, '/entries.ndjson');
  const usage = await first.page.evaluate('page.usage()');
  console.error(usage);
  await first.switchOff();
  const diskMb = megabytesIn(join(profile, 'Default', 'IndexedDB'));
  const starts: number[] = [];
  const heaps: number[] = [];
  let [rows, due] = [0, 0];
  for (let round = 0; round < STARTS; round += 1) {
    const phone = await switchOn(profile, url);
    await phone.slowDown(SLOWER);
    const started = await store.start(phone);
    starts.push(started.ms);
    ({ rows, due } = started);
    await phone.slowDown(1);
    heaps.push(await phone.heapMb());
    await phone.switchOff();
  }
  const phone = await switchOn(profile, url);
  await store.start(phone);
  await phone.slowDown(SLOWER);
  const stretches = await Promise.all(Array.from({ length: 1 }, () => store.stretchMs(phone)));
  const opened: number[] = [];
  const saved: number[] = [];
  for (const family of families.slice(0, SAVES)) {
    const { ms } = (await phone.page.evaluate(`page.openFamily('${family}')`)) as { ms: number };
    opened.push(ms);
    saved.push((await phone.page.evaluate(`page.save('${family}')`)) as number);
  }
  await phone.switchOff();
  return { starts, heaps, rows, due, diskMb, opened, saved, stretchMs: median(stretches) };
};

type Measured = Awaited<ReturnType<typeof measure>>;

const figures = (who: string, { starts, heaps, diskMb, opened, saved }: Measured, note: string): BenchFigure[] => [
  { what: `${who}cold start, PIN to list`, value: median(starts), unit: 'ms', note: `median of ${STARTS}${note}` },
  {
    what: `${who}open a family of 40 entries`,
    value: median(opened),
    unit: 'ms',
    note: `p95 ${Math.round(quantile(opened, 0.95))} ms`,
  },
  {
    what: `${who}save a visit, p95`,
    value: quantile(saved, 0.95),
    unit: 'ms',
    note: `median ${Math.round(median(saved))} ms`,
  },
  { what: `${who}disk`, value: diskMb, unit: 'MB' },
  { what: `${who}heap after unlock`, value: median(heaps), unit: 'MB' },
];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const megabytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0) / 1e6;

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
const median = (values: readonly number[]): number => quantile(values, 0.5);
