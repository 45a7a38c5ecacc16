/**
 * A day of three hundred phones at a hundred centres, each of which syncs every fifteen minutes, replayed without the
 * waiting: real phones that save new entries, send them, and read what their colleagues sent.
 */
import type { Entry } from '@denba/records/entry';
import type { BenchFigure } from '../bench-figure.ts';
import { type BenchPhone, benchPhone } from './bench-phone.ts';
import { draftOf } from './draft-of.ts';
import { withServer } from './running-server.ts';

/** Phones, and meetings of each with the server. A small run (`ENTRIES`) has fewer of both. */
const PHONES = 300;
const MEETINGS = 96;
const OF_A_CENTRE = 3;
/** The entries that one phone saves on a busy day. */
const ENTRIES_A_PHONE = 30;
const FULL = 50_000;
/** The number of phones that sync at the same time. */
const AT_ONCE = 8;

export const dayFigures = (root: string, entries: readonly Entry[]): Promise<readonly BenchFigure[]> =>
  withServer(root, async ({ server, aPlace, codeFor }) => {
    const share = Math.sqrt(Math.min(1, entries.length / FULL));
    const count = Math.max(2, Math.round((PHONES * share) / OF_A_CENTRE)) * OF_A_CENTRE;
    const rounds = Math.max(4, Math.round(MEETINGS * share));
    const phones: BenchPhone[] = [];
    for (let number = 0; number < count; number += 1) {
      const place = `day-${Math.floor(number / OF_A_CENTRE)}`;
      if (number % OF_A_CENTRE === 0) await aPlace(place);
      phones.push(await benchPhone(place, await codeFor(place), server.port));
    }
    const before = await server.usage();
    const start = performance.now();
    const times: number[] = [];
    let [saved, received] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const waiting = [...phones.keys()];
      const lane = async (): Promise<void> => {
        for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
          const phone = phones[index] as BenchPhone;
          const due =
            Math.floor(((round + 1) * ENTRIES_A_PHONE) / rounds) - Math.floor((round * ENTRIES_A_PHONE) / rounds);
          const drafts = Array.from(
            { length: due },
            (_, one) => entries[(index * ENTRIES_A_PHONE + saved + one) % entries.length],
          );
          saved += due;
          if (due > 0) await phone.save(drafts.flatMap((entry) => (entry === undefined ? [] : [draftOf(entry)])));
          const meeting = await phone.meet(server.port);
          received += meeting.received;
          times.push(meeting.ms);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
    }
    const seconds = (performance.now() - start) / 1000;
    const after = await server.usage();
    times.sort((a, b) => a - b);
    const cpuSeconds = (after.cpuMs - before.cpuMs) / 1000;
    const size = `${count} phones, ${rounds} meetings each, ${saved} entries saved, ${received} read; no error`;
    return [
      { what: 'a day of phones, replayed', value: times.length / seconds, unit: 'meetings/s', note: size },
      {
        what: 'a day of phones: a meeting, p99',
        value: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
        unit: 'ms',
        note: `${AT_ONCE} at once; the phones' own work included`,
      },
      {
        what: 'a day of phones: processor of the server',
        value: (cpuSeconds * 1000) / times.length,
        unit: 'ms a meeting',
        note: `${Math.round(cpuSeconds)} s in all; spread over ${rounds} quarters of an hour: ${((cpuSeconds / (rounds * 900)) * 100).toFixed(2)} % of one core; PostgreSQL not included`,
      },
      {
        what: 'a day of phones: memory of the server',
        value: after.maxMb,
        unit: 'MB',
        note: 'target 400; largest resident set',
      },
    ];
  });
