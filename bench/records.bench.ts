/**
 * Entries on one thread, from a seeded simulated cohort: saving (check, canonical JSON, SHA-256, chain), verifying a
 * log, folding. "Cold" entries were just parsed from a store, so reading their answers is part of the measurement.
 */
import { type Entry, entryToText, parseEntry } from '@denba/records/entry';
import { appendEntry, emptyLog, type LogHead, verifyLog } from '@denba/records/entry-log';
import { deviceId } from '@denba/records/ids';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { simulateCohort, visitRows } from '@denba/scenario/simulate-cohort';
import type { Bench, BenchFigure } from './bench-figure.ts';

const FAMILIES = 600;
const SIMULATED_INFANTS = 5_000;
const ROUNDS = 5;

export const bench: Bench = {
  name: 'Records: entries and timelines',
  run: () => {
    const lives = [...simulateCohort('bench', { families: FAMILIES })].map((family) => simulatedLife('bench', family));
    const entries = lives.flatMap((life) => life.entries);
    const texts = entries.map(entryToText);
    const log = oneLog(entries);
    const size = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
    const rate = (what: string, work: () => void, note?: string): BenchFigure =>
      perSecond(what, 'entries/s', entries.length, work, note);

    return [
      rate('append: check, hash, chain', () => oneLog(entries), `${entries.length} entries of ${size} characters`),
      rate('verify a log', () => verifyLog(log.head.device, log.entries, log.head)),
      rate('read from JSON text', () => read(texts)),
      rate('fold into timelines, cold', () => foldFamilies(read(texts)), `${FAMILIES} families, reading included`),
      rate('fold into timelines, warm', () => foldFamilies(entries)),
      perSecond('simulate a cohort', 'infants/s', SIMULATED_INFANTS, () => {
        for (const _row of visitRows(simulateCohort('bench', { infants: SIMULATED_INFANTS })));
      }),
    ];
  },
};

const oneLog = (entries: readonly Entry[]): { readonly head: LogHead; readonly entries: readonly Entry[] } => {
  let head = emptyLog(deviceId('bench'));
  const appended = entries.map(({ device: _device, seq: _seq, prev: _prev, ...draft }) => {
    const result = appendEntry(head, draft);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    head = result.value.log;
    return result.value.entry;
  });
  return { head, entries: appended };
};

const read = (texts: readonly string[]): readonly Entry[] =>
  texts.flatMap((text) => {
    const entry = parseEntry(JSON.parse(text));
    return entry.ok ? [entry.value] : [];
  });

const perSecond = (what: string, unit: string, count: number, work: () => void, note?: string): BenchFigure => ({
  what,
  value: count / medianSeconds(work),
  unit,
  ...(note === undefined ? {} : { note }),
});

const medianSeconds = (work: () => void): number => {
  work();
  const seconds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  }).sort((x, y) => x - y);
  return seconds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
};
