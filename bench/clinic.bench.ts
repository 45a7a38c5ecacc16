/**
 * The built clinic as a midwife uses it, in a real Chromium at 360×740 with the processor six times slower: cold start,
 * search, answers, saving, opening a family, disk and memory, with ten thousand families; beside PouchDB and Dexie.
 */
import type { Bench } from './bench-figure.ts';
import { figuresOf } from './browser/run-script.ts';

export const bench: Bench = {
  name: 'Clinic: the built app on a cheap phone',
  run: () => figuresOf('clinic-run.ts'),
};
