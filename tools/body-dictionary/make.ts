/**
 * Prints a compression dictionary for `sync/server/src/body.ts`: texts of simulated entries, without what occurs only
 * once, chosen so that a stored entry becomes as short as possible. Run it by hand when the protocol has changed so
 * much that stored entries have grown. The output becomes a new dictionary with its own number, because entries stored
 * with an earlier one must stay readable.
 */
import { deflateRawSync } from 'node:zlib';
import { localDate } from '@denba/quantities/local-date';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { clinicData } from '../../bench/browser/clinic-entries.ts';

/** Size in bytes; with what deflate reserves for itself it fits into the window of `body.ts`. */
const ROOM = 8_192 - 300;
const HOW = { level: 4, windowBits: 13, memLevel: 5, chunkSize: 4096 } as const;

const data = clinicData('dictionary', localDate('2026-11-26'), { families: 500, entries: 2_500 });
const texts = data.entries.map((entry) => canonicalJson(entry as unknown as JsonValue));
const sample = texts.filter((_, index) => index % 12 === 0).map((text) => Buffer.from(text));

/** UUIDs and hashes. */
const metOnce = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g;
const candidates = [...new Map(texts.map((text) => [text.length, text.replace(metOnce, '')])).values()];

/** Deflate finds text near the end of the dictionary sooner, so the best text comes last. */
const joined = (chosen: readonly string[]): string => [...chosen].reverse().join('\n');
const sizeWith = (chosen: readonly string[]): number => {
  const dictionary = Buffer.from(joined(chosen));
  return sample.reduce((sum, text) => sum + deflateRawSync(text, { ...HOW, dictionary }).length, 0);
};

const chosen: string[] = [];
for (let size = sizeWith(['']); ; ) {
  const room = ROOM - Buffer.byteLength(joined(chosen));
  const gains = candidates
    .filter((text) => !chosen.includes(text) && Buffer.byteLength(text) < room)
    .map((text) => ({ text, gain: (size - sizeWith([...chosen, text])) / text.length }));
  const best = gains.reduce((a, b) => (b.gain > a.gain ? b : a), { text: '', gain: 0 });
  if (best.gain <= 0) break;
  chosen.push(best.text);
  size = sizeWith(chosen);
}
console.log(joined(chosen));
