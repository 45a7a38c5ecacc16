/**
 * The server as a program of its own, without the clinic's files: settings as `npm start` reads them, the compiled
 * protocol and the indicators from the files of `DENBA_COMPILED_PROTOCOL` and `DENBA_INDICATORS`. Sends its port to the
 * parent process, and on request the resources that it used.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { IndicatorSet } from '@denba/indicators/indicator';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { readConfiguration } from '@denba/server/configuration';
import { startDenba } from '@denba/server/start-denba';

const { env } = process;
const configured = readConfiguration(env, { isRoot: process.getuid?.() === 0 });
if (!configured.ok) throw new Error(JSON.stringify(configured.error));

const denba = await startDenba({
  configuration: configured.value,
  clinicFolder: null,
  protocol: JSON.parse(readFileSync(env['DENBA_COMPILED_PROTOCOL'] ?? '', 'utf8')) as CompiledProtocol,
  indicators: JSON.parse(readFileSync(env['DENBA_INDICATORS'] ?? '', 'utf8')) as IndicatorSet,
  threads: Math.min(4, availableParallelism()),
  now: () => new Date(),
  log: (line) => {
    if (line['kind'] === 'error') process.send?.({ kind: 'fault', what: String(line['what']) });
  },
});

process.on('message', (asked) => {
  if (asked !== 'usage') return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const { rss } = process.memoryUsage();
  process.send?.({
    kind: 'usage',
    maxMb: maxRSS / 1024,
    nowMb: rss / 2 ** 20,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
  });
});
process.on('SIGTERM', () => void denba.stop().then(() => process.exit(0)));
process.send?.({ kind: 'listening', port: Number(new URL(denba.url).port) });
