/**
 * Finding one family among 10,000, on one thread: building the index, a search at every key that is typed, and the
 * question whether a new family is already known. The peer is a linear scan of the same rows: normalised text that
 * includes every word typed. The names are typed as a second person would spell them; a family counts as found when it
 * is among the first twenty hits.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { localDate } from '@denba/quantities/local-date';
import { buildIndexInSlices } from '@denba/records/find-family/build-index-in-slices';
import { createFamilyIndex } from '@denba/records/find-family/family-index';
import type { FamilyCandidate, FamilyNames } from '@denba/records/find-family/family-names';
import { foldLetters, wordsOf } from '@denba/records/find-family/fold-letters';
import { possibleDuplicates } from '@denba/records/find-family/possible-duplicates';
import { search } from '@denba/records/find-family/search';
import { createRandom } from '@denba/scenario/random';
import { districtFamilies, simulateFamilies } from '@denba/scenario/simulate-families';
import { registeredAgain } from '@denba/scenario/spelling-noise';
import type { Bench, BenchFigure } from './bench-figure.ts';

const FAMILIES = 10_000;
const ASKED = 150;
const LIMIT = 20;
const ROUNDS = 5;
const today = localDate('2026-11-26');

export const bench: Bench = {
  name: 'Finding a family',
  run: () => {
    const rows = simulateFamilies('bench', FAMILIES, districtFamilies(today));
    const before = heapBytes();
    const index = createFamilyIndex(rows);
    const bytes = heapBytes() - before;
    const again = secondRegistrations(rows);
    const texts = again.map(({ candidate }) => `${candidate.motherName} ${candidate.village}`);
    const keys = texts.flatMap((text) => Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1)));
    const phones = rows.slice(0, ASKED).flatMap(({ phones: [phone = ''] }) => [phone.slice(0, 5), phone.slice(-5)]);

    const scan = linearScan(rows);
    const ours = (text: string): readonly string[] =>
      search(index, text, { limit: LIMIT, today }).hits.map(({ family }) => family);
    const foundBy = (find: (text: string) => readonly string[]): number =>
      (100 * again.filter(({ first }, at) => find(texts[at] ?? '').includes(first.family)).length) / again.length;

    return [
      {
        what: 'build the index',
        value: 1000 * medianSeconds(() => createFamilyIndex(rows)),
        unit: 'ms',
        note: '10 000 families',
      },
      {
        what: 'longest slice of a build in slices',
        value: longestSlice(rows),
        unit: 'ms',
        note: '100 families a slice, one run',
      },
      { what: 'memory of the index', value: bytes / 2 ** 20, unit: 'MB', note: 'beside the rows it is given' },
      ...perKey('search, at every key of name and village', keys, ours),
      ...perKey('linear scan, at every key', keys, scan),
      ...perKey('search, part of a telephone', phones, ours),
      {
        what: 'search, whole text: found in the first 20',
        value: foundBy(ours),
        unit: '%',
        note: 'of names spelt otherwise',
      },
      { what: 'linear scan, whole text: found in the first 20', value: foundBy(scan), unit: '%' },
      ...perKey('possible duplicates', again, ({ candidate }) => possibleDuplicates(index, candidate)),
    ];
  },
};

type Again = { readonly first: FamilyNames; readonly candidate: FamilyCandidate };

const secondRegistrations = (rows: readonly FamilyNames[]): readonly Again[] =>
  rows.slice(0, ASKED).map((first, number) => ({
    first,
    candidate: registeredAgain(createRandom(`bench/${number}`), first, number % 2 === 0 ? 'spelling' : 'several'),
  }));

/** The peer: the linear scan of a list without an index. */
const linearScan = (rows: readonly FamilyNames[]): ((text: string) => readonly string[]) => {
  const lines = rows.map(({ family, motherName, otherNames, phones, village, cardCode }) => ({
    family,
    text: foldLetters([motherName, ...otherNames, ...phones, village, cardCode].join(' ')),
  }));
  return (text) => {
    const words = wordsOf(foldLetters(text));
    return lines
      .filter((line) => words.every((word) => line.text.includes(word)))
      .slice(0, LIMIT)
      .map(({ family }) => family);
  };
};

/** Median and 95th percentile over all questions, after one round as a warm-up. */
const perKey = <Asked>(what: string, asked: readonly Asked[], ask: (one: Asked) => unknown): readonly BenchFigure[] => {
  for (const one of asked) ask(one);
  const times = asked
    .map((one) => {
      const start = performance.now();
      ask(one);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return [
    { what: `${what}, median`, value: at(0.5), unit: 'ms', note: `${asked.length} questions` },
    { what: `${what}, p95`, value: at(0.95), unit: 'ms' },
  ];
};

const longestSlice = (rows: readonly FamilyNames[]): number => {
  let longest = 0;
  let start = performance.now();
  for (const _progress of buildIndexInSlices(rows)) {
    longest = Math.max(longest, performance.now() - start);
    start = performance.now();
  }
  return longest;
};

const medianSeconds = (work: () => void): number => {
  work();
  const seconds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  }).sort((x, y) => x - y);
  return seconds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
};

/** Heap in use, in bytes, after a full garbage collection, which Node offers only with a flag. */
const heapBytes = (): number => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
};
