/** What a server takes in when many phones push at once, folding and audit on, and what an entry then costs on the disk. */
import { Agent, request } from 'node:http';
import type { Entry } from '@denba/records/entry';
import { sql } from 'kysely';
import type { BenchFigure } from '../bench-figure.ts';
import { type ReadyPhone, readyPhones } from './ready-bundles.ts';
import { type RunningServer, withServer } from './running-server.ts';

const PLACES = 50;
/** Phones that send at one moment. */
const AT_ONCE = 4;
const BUNDLE = 200;

export const ingestFigures = (root: string, entries: readonly Entry[]): Promise<readonly BenchFigure[]> =>
  withServer(root, async (running) => {
    const places = Math.min(PLACES, Math.ceil(entries.length / BUNDLE / 4));
    const phones = await readyPhones(running, entries, places, BUNDLE);
    const before = await running.server.usage();
    const { seconds, times } = await pushAll(running.server.port, phones);
    const after = await running.server.usage();
    times.sort((a, b) => a - b);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
    const cpu = Math.round((after.cpuMs - before.cpuMs) / seconds / 10);
    return [
      {
        what: 'ingest',
        value: entries.length / seconds,
        unit: 'entries/s',
        note: `target 3000; ${times.length} bundles of ${BUNDLE} at ${places} places, ${AT_ONCE} at once; PostgreSQL, the sender and what else runs share the machine; the server itself used ${cpu} % of one core, ${((after.cpuMs - before.cpuMs) / entries.length).toFixed(2)} ms an entry`,
      },
      { what: 'ingest: a bundle of 200, median', value: at(0.5), unit: 'ms' },
      { what: 'ingest: a bundle of 200, p99', value: at(0.99), unit: 'ms', note: 'target 300' },
      { what: 'ingest: memory of the server', value: after.maxMb, unit: 'MB', note: 'largest resident set' },
      ...(await diskFigures(running, entries.length)),
    ];
  });

const pushAll = async (port: number, phones: readonly ReadyPhone[]) => {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const times: number[] = [];
  const waiting = [...phones];
  const lane = async (): Promise<void> => {
    for (let phone = waiting.shift(); phone !== undefined; phone = waiting.shift()) {
      for (const bundle of phone.bundles) {
        const start = performance.now();
        const { status, text } = await push(agent, port, phone.token, bundle);
        times.push(performance.now() - start);
        const { quarantined } = JSON.parse(text) as { readonly quarantined?: readonly unknown[] };
        if (status !== 200 || quarantined?.length !== 0) throw new Error(`a push was answered ${status}: ${text}`);
      }
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  agent.destroy();
  return { seconds: (performance.now() - start) / 1000, times };
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
