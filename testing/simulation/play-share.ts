/**
 * Runs a share of the seeds in a process of its own: every `step`th seed from `from` (inclusive) to `to` (exclusive).
 * See `simulate.ts`.
 */
import { realPhones } from './real-phone.ts';
import { lightPhones, runSchedule } from './run-schedule.ts';

export type ShareNews = {
  /** Schedules done since the previous news. */
  readonly done: number;
  readonly failed: readonly number[];
  readonly entries: number;
  /** Processor time since the share began. */
  readonly cpuMs: number;
};

const REPORT_MS = 2_000;

const playShare = async (from: number, to: number, step: number, real: boolean): Promise<void> => {
  let news: Omit<ShareNews, 'cpuMs'> = { done: 0, failed: [], entries: 0 };
  let reported = performance.now();
  const report = (): void => {
    const { user, system } = process.cpuUsage();
    process.send?.({ ...news, cpuMs: (user + system) / 1000 } satisfies ShareNews);
    news = { done: 0, failed: [], entries: 0 };
    reported = performance.now();
  };
  for (let seed = from; seed < to; seed += step) {
    const { problem, entries } = await runSchedule(seed, real ? realPhones() : lightPhones);
    news = {
      ...{ done: news.done + 1, entries: news.entries + entries },
      failed: problem === null ? news.failed : [...news.failed, seed],
    };
    if (performance.now() - reported > REPORT_MS) report();
  }
  report();
};

const [from = 1, to = 1, step = 1] = process.argv.slice(2, 5).map(Number);
const orphaned = (): void => process.exit(1);
process.on('disconnect', orphaned);
await playShare(from, to, step, process.argv[5] === 'real');
process.off('disconnect', orphaned);
process.disconnect();
