/** Turns the measurements into figures, each with its target. */
import type { BenchFigure } from '../bench-figure.ts';
import { type ClinicData, meanLength } from './clinic-entries.ts';
import type { Measured } from './clinic-measure.ts';
import { DANGER_SIGN } from './clinic-visit.ts';

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
const median = (values: readonly number[]): number => quantile(values, 0.5);
const p95 = (values: readonly number[]): number => quantile(values, 0.95);
const times = (answered: readonly { readonly ms: number }[]): readonly number[] => answered.map(({ ms }) => ms);
/** The times until the content of the page changed, without the layout and painting by the browser after that. */
const contents = (answered: readonly { readonly contentMs: number | null }[]): readonly number[] =>
  answered.flatMap(({ contentMs }) => contentMs ?? []);
const rounded = (value: number): string => String(Math.round(value));

export const clinicFigures = (
  { filled, rounds, floor, peers, load }: Measured,
  data: ClinicData,
): readonly BenchFigure[] => {
  const keyInMs = peers.stretch.slow - peers.stretch.fast;
  const starts = rounds.map(({ start }) => start);
  const keys = rounds.flatMap((round) => times(round.keys));
  const opened = rounds.flatMap((round) => times(round.opened));
  const months = rounds.flatMap((round) => times(round.month));
  const answers = rounds.flatMap((round) => round.answers);
  const digits = times(answers.filter(({ kind }) => kind === 'key'));
  const choices = times(answers.filter(({ kind }) => kind === 'choice'));
  const contentOfKeys = contents(rounds.flatMap((round) => round.keys));
  const contentOfAnswers = contents(answers);
  const danger = times(answers.filter(({ question }) => question === DANGER_SIGN));
  const saved = rounds.flatMap((round) => times(round.saved));
  const durable = rounds.flatMap((round) => round.saved.flatMap(({ wroteMs }) => wroteMs.at(-1) ?? []));
  const [list] = peers.lists;
  return [
    {
      what: 'cold start: PIN given to a list that answers',
      value: median(starts.map(({ usableMs }) => usableMs)) + keyInMs,
      unit: 'ms',
      note: `target 2000; median of ${rounds.length}, ${data.families} families, ${data.entries.length} entries of ${meanLength(data.entries)} characters; ${rounded(keyInMs)} ms added because the key of the PIN is made in a worker, which is not slowed down`,
    },
    {
      what: 'of it, until the list is on the screen',
      value: median(starts.map(({ listMs }) => listMs)) + keyInMs,
      unit: 'ms',
    },
    {
      what: 'PouchDB 9: opening, and listing the same people',
      value: median(peers.lists.map(({ ms }) => ms)),
      unit: 'ms',
      note: `${list?.rows} families, ${list?.due} due; in clear, no screen`,
    },
    {
      what: 'opening the app, to the pad of digits',
      value: median(starts.map(({ padMs }) => padMs)),
      unit: 'ms',
      note: 'without network',
    },
    {
      what: 'search, a key to the families on the screen, p95',
      value: p95(keys),
      unit: 'ms',
      note: `target 50; median ${rounded(median(keys))}, ${keys.length} keys`,
    },
    {
      what: 'of it, until the page holds them, p95',
      value: p95(contentOfKeys),
      unit: 'ms',
      note: `median ${rounded(median(contentOfKeys))}; laying out and painting, which the browser does on the same slowed thread, not counted`,
    },
    {
      what: 'a blank page with one field: a key to the screen, p95',
      value: p95(times(floor.keys)),
      unit: 'ms',
      note: `median ${rounded(median(times(floor.keys)))}: what this browser takes for nothing at all`,
    },
    {
      what: 'PouchDB 9: find that looks at every row, p95',
      value: p95(peers.found.pouch),
      unit: 'ms',
      note: 'no screen',
    },
    {
      what: 'Dexie 4: startsWithIgnoreCase on an index, p95',
      value: p95(peers.found.dexie),
      unit: 'ms',
      note: 'first name only, as spelt; no screen',
    },
    {
      what: 'the centre’s month: a tap to its figures',
      value: median(months),
      unit: 'ms',
      note: `target 300; ${data.families} families, ${months.length} times; longest ${rounded(Math.max(...months))}`,
    },
    {
      what: 'an answer to the screen with class and z, p95',
      value: p95([...digits, ...choices]),
      unit: 'ms',
      note: `target 50; median ${rounded(median([...digits, ...choices]))}, ${answers.length} answers of a whole visit`,
    },
    {
      what: 'of it, until the page holds class and z, p95',
      value: p95(contentOfAnswers),
      unit: 'ms',
      note: `median ${rounded(median(contentOfAnswers))}; not counted as above`,
    },
    {
      what: 'a blank page with eight choices: a tap to the screen, p95',
      value: p95(times(floor.taps)),
      unit: 'ms',
      note: `median ${rounded(median(times(floor.taps)))}: what this browser takes for nothing at all`,
    },
    { what: 'of them, digits, p95', value: p95(digits), unit: 'ms', note: `median ${rounded(median(digits))}` },
    { what: 'of them, choices, p95', value: p95(choices), unit: 'ms', note: `median ${rounded(median(choices))}` },
    { what: 'of them, a danger sign and back, median', value: median(danger), unit: 'ms' },
    {
      what: 'save a visit: tap to « enregistrée », p95',
      value: p95(saved),
      unit: 'ms',
      note: `target 100; median ${rounded(median(saved))}, ${saved.length} visits`,
    },
    {
      what: 'of it, until the visit is on the disk, p95',
      value: p95(durable),
      unit: 'ms',
      note: `median ${rounded(median(durable))}`,
    },
    {
      what: 'save a visit: tap to the whole result, p95',
      value: p95(rounds.flatMap((round) => times(round.results))),
      unit: 'ms',
      note: `median ${rounded(median(rounds.flatMap((round) => times(round.results))))}`,
    },
    {
      what: 'PouchDB 9: put, p95',
      value: p95(peers.saved),
      unit: 'ms',
      note: `median ${rounded(median(peers.saved))}; in clear, not flushed`,
    },
    {
      what: 'open a family of 40 entries',
      value: median(opened),
      unit: 'ms',
      note: `target 200; median, p95 ${rounded(p95(opened))}; the first of each phone ${rounded(median(rounds.map((round) => round.opened[0]?.ms ?? Number.NaN)))}`,
    },
    {
      what: 'PouchDB 9: read the entries of such a family',
      value: median(peers.opened),
      unit: 'ms',
      note: 'no screen',
    },
    {
      what: 'disk for all entries',
      value: filled.diskMb,
      unit: 'MB',
      note: `target 15; the browser says ${rounded(filled.usageMb)}`,
    },
    { what: 'PouchDB 9: disk', value: peers.pouchMb, unit: 'MB', note: 'in clear' },
    {
      what: 'heap after unlock',
      value: median(starts.map((start) => start.heapMb)),
      unit: 'MB',
      note: `target 120; with the index of the search ${rounded(median(rounds.map((round) => round.heapMb)))}`,
    },
    {
      what: 'load of the machine at the end',
      value: load,
      unit: 'processes',
      note: 'more than its processors: figures are too slow',
    },
  ];
};
