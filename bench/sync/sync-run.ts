/** A script, bundled by `sync.bench.ts`, that measures phones and server and writes the figures to a file. */
import { writeFileSync } from 'node:fs';
import { localDate } from '@denba/quantities/local-date';
import type { BenchFigure } from '../bench-figure.ts';
import { clinicData, meanLength } from '../browser/clinic-entries.ts';
import { dayFigures } from './day-of-phones.ts';
import { firstMeetings } from './first-meetings.ts';
import { ingestFigures } from './ingest.ts';
import { meetingsInChromium } from './meetings-in-chromium.ts';
import { slowLine } from './slow-line.ts';

const [, , root = '', result = ''] = process.argv;
const ENTRIES = Number(process.env['ENTRIES'] ?? 50_000);
/**
 * The number of entries for the peer. Its times grow with the number, so fewer entries favour it, and the run stays
 * short.
 */
const OF_PEER = Math.min(ENTRIES, Number(process.env['PEER_ENTRIES'] ?? 10_000));
/** The number of entries on the slow line, where most of the time is waiting: a small run has fewer. */
const ON_SLOW_LINE = Math.min(2_000, Math.ceil(ENTRIES / 10));
const only = process.env['ONLY']?.split(',');

const data = clinicData('sync', localDate('2026-11-26'), { families: Math.ceil(ENTRIES / 5), entries: ENTRIES });
console.log(`  (${data.entries.length} entries of ${meanLength(data.entries)} characters, ${data.families} families)`);
const steps: Readonly<Record<string, () => Promise<readonly BenchFigure[]>>> = {
  first: () => firstMeetings(root, data.entries, OF_PEER),
  chromium: () => meetingsInChromium(root, data.entries.slice(0, OF_PEER)),
  slow: () => slowLine(root, data.entries.slice(-ON_SLOW_LINE)),
  ingest: () => ingestFigures(root, data.entries),
  day: () => dayFigures(root, data.entries),
};
const figures: BenchFigure[] = [];
for (const [name, step] of Object.entries(steps)) {
  if (only === undefined || only.includes(name)) figures.push(...(await step()));
}
writeFileSync(result, JSON.stringify(figures));
