/**
 * How many entries a server accepts per second when many phones push at once, with folding and audit, and how much disk
 * an entry then takes.
 */
import { Agent, request } from 'node:http';
import type { Entry } from '@denba/records/entry';
import { sql } from 'kysely';
import type { BenchFigure } from '../bench-figure.ts';
import { type ReadyPhone, readyPhones } from './ready-bundles.ts';
import { type RunningServer, untilFolded, withServer } from './running-server.ts';

const PLACES = 50;
/** The number of phones that send at the same time. */
const AT_ONCE = 4;
const BUNDLE = 200;

export const ingestFigures = (root: string, entries: readonly Entry[]): Promise<readonly BenchFigure[]> =>
  withServer(root, async (running) => {
    const places = Math.min(PLACES, Math.ceil(entries.length / BUNDLE / 4));
    const phones = await readyPhones(running, entries, places, BUNDLE);
    // The first pushes are apart: the code of a program that was just started is compiled while it runs.
    const cold = await andFolded(running, () => pushAll(running.server.port, phones.slice(0, places * COLD)));
    const before = await running.server.usage();
    const busy = phones.slice(places * COLD, places * (1 - STEADY));
    const full = await andFolded(running, () => pushAll(running.server.port, busy));
    const after = await running.server.usage();
    const steady = await pushEvery(2 / full.rate, running.server.port, phones.slice(places * (1 - STEADY)));
    const cpuMs = after.cpuMs - before.cpuMs;
    const load = `${full.times.length} bundles of ${BUNDLE}, ${AT_ONCE} phones at once, the next as soon as one is answered`;
    return [
      {
        what: 'ingest',
        value: full.foldedRate * BUNDLE,
        unit: 'entries/s',
        note: `target 3000; until all is folded, counted and audited; ${load}; PostgreSQL, the sender and what else runs share the machine; the server itself used ${Math.round((cpuMs * full.foldedRate) / full.times.length / 10)} % of one core, ${(cpuMs / full.times.length / BUNDLE).toFixed(2)} ms an entry`,
      },
      {
        what: 'ingest, until the phones are answered',
        value: full.rate * BUNDLE,
        unit: 'entries/s',
        note: 'on disk; the last families are folded after it',
      },
      {
        what: 'the same of a server that was just started',
        value: cold.foldedRate * BUNDLE,
        unit: 'entries/s',
        note: `its first ${cold.times.length} bundles`,
      },
      { what: 'ingest: a bundle of 200, median', value: at(full.times, 0.5), unit: 'ms' },
      { what: 'ingest: a bundle of 200, p99', value: at(full.times, 0.99), unit: 'ms', note: 'target 300' },
      {
        what: 'a bundle of 200 at half that rate, p99',
        value: at(steady.times, 0.99),
        unit: 'ms',
        note: `target 300; ${steady.times.length} bundles that arrive at even intervals; median ${Math.round(at(steady.times, 0.5))}`,
      },
      { what: 'ingest: memory of the server', value: after.maxMb, unit: 'MB', note: 'largest resident set' },
      ...(await diskFigures(running, entries.length)),
    ];
  });

/** The share of the phones that come first, and the share that comes last. */
const COLD = 0.3;
const STEADY = 0.3;

type Pushed = { readonly seconds: number; readonly rate: number; readonly times: readonly number[] };

const pushed = (start: number, times: readonly number[]): Pushed => {
  const seconds = (performance.now() - start) / 1000;
  return { seconds, rate: times.length / seconds, times };
};

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

/** Waits until everything is folded. `foldedRate`: bundles per second until then. */
const andFolded = async (running: RunningServer, push: () => Promise<Pushed>) => {
  const start = performance.now();
  const done = await push();
  await untilFolded(running);
  return { ...done, foldedRate: (done.times.length * 1000) / (performance.now() - start) };
};

/** Each phone sends its next bundle as soon as the last one was answered; `AT_ONCE` phones send at the same time. */
const pushAll = async (port: number, phones: readonly ReadyPhone[]): Promise<Pushed> => {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const times: number[] = [];
  const waiting = [...phones];
  const lane = async (): Promise<void> => {
    for (let phone = waiting.shift(); phone !== undefined; phone = waiting.shift()) {
      for (const bundle of phone.bundles) times.push(await timedPush(agent, port, phone.token, bundle));
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  agent.destroy();
  return pushed(start, times);
};

/** Sends one bundle every `seconds`, phone by phone in turn, without waiting for the answers. */
const pushEvery = async (seconds: number, port: number, phones: readonly ReadyPhone[]): Promise<Pushed> => {
  const agent = new Agent({ keepAlive: true });
  const longest = Math.max(...phones.map(({ bundles }) => bundles.length));
  const inTurn = Array.from({ length: longest }, (_, nth) =>
    phones.flatMap(({ token, bundles }) => bundles.slice(nth, nth + 1).map((bundle) => ({ token, bundle }))),
  ).flat();
  const start = performance.now();
  const times = await Promise.all(
    inTurn.map(async ({ token, bundle }, nth) => {
      await new Promise((resolve) => setTimeout(resolve, nth * seconds * 1000));
      return timedPush(agent, port, token, bundle);
    }),
  );
  agent.destroy();
  return pushed(start, times);
};

/** Milliseconds until the bundle is answered. Throws unless all its entries are accepted. */
const timedPush = async (agent: Agent, port: number, token: string, bundle: Buffer): Promise<number> => {
  const start = performance.now();
  const { status, text } = await push(agent, port, token, bundle);
  const { quarantined } = JSON.parse(text) as { readonly quarantined?: readonly unknown[] };
  if (status !== 200 || quarantined?.length !== 0) throw new Error(`a push was answered ${status}: ${text}`);
  return performance.now() - start;
};

const push = (agent: Agent, port: number, token: string, body: Buffer) =>
  new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const headers = {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
      'content-length': body.length,
    };
    const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', path: '/api/sync/bundles', headers });
    asked.on('error', reject);
    asked.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.end(body);
  });

const diskFigures = async ({ db }: RunningServer, entries: number): Promise<readonly BenchFigure[]> => {
  const { rows } = await sql<{ name: string; bytes: string }>`
    SELECT relname AS name, pg_total_relation_size(oid)::text AS bytes FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY pg_total_relation_size(oid) DESC`.execute(
    db,
  );
  const each = rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) / entries }));
  const largest = each.slice(0, 3).map(({ name, bytes }) => `${name} ${Math.round(bytes)}`);
  return [
    {
      what: 'disk',
      value: each.reduce((sum, { bytes }) => sum + bytes, 0),
      unit: 'bytes an entry',
      note: `target 2500; indexes and room not yet vacuumed included; ${largest.join(', ')}`,
    },
  ];
};
