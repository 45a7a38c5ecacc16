/**
 * `npm run simulate -- --schedules 1000000` runs many schedules on all cores. `npm run simulate -- --seed 7` runs one
 * schedule and prints what happened; if it fails, with the fewest acts that make it fail. `--real` uses the device of
 * the clinic.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { ShareNews } from './play-share.ts';
import { realPhones } from './real-phone.ts';
import { lightPhones, runSchedule, type ScheduleResult, type ScheduleSettings } from './run-schedule.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    schedules: { type: 'string', default: '10000' },
    first: { type: 'string', default: '1' },
    real: { type: 'boolean', default: false },
  },
});

/** With `--real` the device of the clinic, otherwise the light phone. */
const phones = (): ScheduleSettings => (values.real ? realPhones() : lightPhones);

const replay = async (seed: number): Promise<void> => {
  const whole = await runSchedule(seed, phones());
  const shown = whole.problem === null ? whole : await shortest(seed, whole);
  for (const line of shown.story) console.log(`  ${line}`);
  console.log(
    shown.problem === null ? `seed ${seed}: all as it must be` : `seed ${seed}, ${shown.acts} acts: ${shown.problem}`,
  );
  process.exitCode = shown.problem === null ? 0 : 1;
};

/** The run with the fewest acts that still fails. */
const shortest = async (seed: number, whole: ScheduleResult): Promise<ScheduleResult> => {
  for (let most = 1; most < whole.acts; most += 1) {
    const shorter = await runSchedule(seed, phones(), most);
    if (shorter.problem !== null) return shorter;
  }
  return whole;
};

/**
 * Bundles the program into one file of plain JavaScript, because what `tsx` adds to every function takes a third of the
 * time.
 */
const bundleShare = async (): Promise<string> => {
  const outfile = fileURLToPath(new URL('../../node_modules/.cache/simulation/play-share.mjs', import.meta.url));
  const entry = fileURLToPath(new URL('play-share.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return outfile;
};

const runAll = async (first: number, schedules: number): Promise<void> => {
  const program = await bundleShare();
  const cores = availableParallelism();
  const begun = performance.now();
  let [done, entries] = [0, 0];
  const failed: number[] = [];
  const cpuMs = new Map<number, number>();
  const tell = (): void => {
    const seconds = (performance.now() - begun) / 1000;
    const cpu = [...cpuMs.values()].reduce((sum, ms) => sum + ms, 0) / 1000;
    console.log(
      `${done} of ${schedules} schedules, ${entries} entries, ${failed.length} failed, ${seconds.toFixed(0)} s (${cpu.toFixed(0)} s of processor)`,
    );
  };
  const timer = setInterval(tell, 10_000);
  await Promise.all(
    Array.from({ length: cores }, (_, core) => {
      const share = [first + core, first + schedules, cores, values.real ? 'real' : 'light'].map(String);
      const child = fork(program, share, { execArgv: [] });
      child.on('message', (message) => {
        const news = message as ShareNews;
        done += news.done;
        entries += news.entries;
        cpuMs.set(core, news.cpuMs);
        for (const seed of news.failed)
          console.log(`failed: npm run simulate -- ${values.real ? '--real ' : ''}--seed ${seed}`);
        failed.push(...news.failed);
      });
      return new Promise<void>((resolve, reject) => {
        child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a share ended with ${code}`))));
      });
    }),
  );
  clearInterval(timer);
  tell();
  if (done !== schedules) throw new Error('a share ended before all its seeds were played');
  process.exitCode = failed.length === 0 ? 0 : 1;
};

if (values.seed === undefined) await runAll(Number(values.first), Number(values.schedules));
else await replay(Number(values.seed));
