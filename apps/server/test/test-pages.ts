/** Visitors of the management pages for tests, and ways to read those pages. */
import type { FastifyInstance } from 'fastify';
import decodeQR from 'qr/decode.js';
import { makeJoinCode } from '../src/devices/join-codes.ts';
import type { Role } from '../src/people/roles.ts';
import type { TestDatabase } from './test-database.ts';
import { aPerson, browserOf, browserWith, type Clock } from './test-people.ts';
import { testPhone } from './test-phone.ts';

export const pageVisitors = (server: FastifyInstance, database: TestDatabase, clock: Clock) => ({
  stranger: () => browserWith(server, ''),
  signedInAs: async (id: string) => ({ id, ...(await browserOf(server, database, clock, id)) }),
  as: async (role: Role, place: string) => {
    const person = await aPerson(database, [role, place]);
    return { ...person, ...(await browserOf(server, database, clock, person.id)) };
  },
  aPhone: async (place: string, name = 'Téléphone') => {
    const phone = await testPhone(server, place);
    await phone.join(await makeJoinCode(database.db, { place, madeBy: 'test', now: clock.now }));
    await database.db.updateTable('device').set({ name }).where('id', '=', phone.id).execute();
    return phone;
  },
});

export const locationOf = ({
  status,
  headers,
}: {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
}) => `${status} ${headers['location']}`;
/** The text of a page, without its tags. */
export const textOf = (page: string): string =>
  page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, ' ');

/** Reads the QR code of a page as a camera would, six pixels a module. */
export const photographed = (page: string): string => {
  const [, quiet, size] = /viewBox="-(\d+) -\d+ (\d+) \d+"/.exec(page) ?? [];
  const scale = 6;
  const side = Number(size) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, length] of page.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let py = 0; py < scale; py += 1) {
      const at = ((Number(y) + Number(quiet)) * scale + py) * side + (Number(x) + Number(quiet)) * scale;
      for (let px = 0; px < Number(length) * scale; px += 1) data.fill(0, (at + px) * 4, (at + px) * 4 + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
};
