import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { hashEntry } from '@denba/records/entry';
import { facilityId, familyId, personId } from '@denba/records/ids';
import { type FakeDevice, fakeDevice, saveEntry, wallMs } from '@denba/scenario/fake-device';
import { readBundle, writeBundle } from '@denba/sync/bundle';
import type { HeldLog } from '@denba/sync/feed-page';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../apps/server/test/test-database.ts';
import { readFeed } from './read-feed.ts';
import { receiveBundle } from './receive-bundle.ts';

const DAY = '2026-11-26' as LocalDate;
const now = () => new Date('2026-11-26T09:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

type Phone = { device: FakeDevice; readonly id: string; readonly entries: Entry[] };

const aPlace = async (): Promise<string> => {
  const id = randomUUID();
  await database.db
    .insertInto('place')
    .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
    .execute();
  return id;
};

const aPhone = (place: string): Phone => {
  const device = fakeDevice(`phone-${randomUUID()}`, { facility: facilityId(place) });
  return { device, id: device.log.device, entries: [] };
};

/** Saves `count` entries and sends them. */
const sends = async (phone: Phone, place: string, count: number): Promise<void> => {
  const from = phone.entries.length;
  for (let times = 0; times < count; times += 1) {
    const saved = saveEntry(phone.device, {
      ...{ family: familyId(randomUUID()), subject: personId(randomUUID()), form: 'transfer@1', findings: {} },
      answers: { transfer: 'temporary' },
      ...{ protocolVersion: null, occurredOn: DAY, atMs: wallMs(DAY, phone.entries.length) },
    });
    phone.device = saved.device;
    phone.entries.push(saved.entry);
  }
  const made = '2026-11-26T09:00:00.000Z#0000' as Entry['recordedAt'];
  const bundle = readBundle(
    await writeBundle(phone.entries.slice(from), phone.id, made, async () => new Uint8Array(64)),
  );
  if (!bundle.ok) throw new Error(bundle.error.kind);
  const sender = { device: phone.id, place, facilities: new Set([place]) };
  const answer = await receiveBundle(
    { db: database.db as never, fold: () => new Map(), figures: null, now },
    sender,
    bundle.value,
  );
  expect(answer).toMatchObject({ acknowledged: phone.entries.length, quarantined: [] });
};

const holding = ({ entries }: Phone, upTo: number): HeldLog | null => {
  const last = entries[upTo - 1];
  return last === undefined ? null : { seq: upTo, hash: hashEntry(last) };
};

/** Reads page by page to the end. */
const reads = async (phone: Phone, place: string, held: HeldLog | null, limit: number, from = 0) => {
  const positions: number[] = [];
  let [after, seen, pages]: [number, string | null, number] = [from, null, 0];
  for (let more = true; more; pages += 1) {
    const question = { after, seen, held, limit };
    const page = await readFeed(database.db as never, { id: phone.id, place }, question, now());
    if (page === null) throw new Error('the feed is said to be another one');
    positions.push(...page.lines.map(({ position }) => position));
    [after, seen, more] = [page.end.next, page.end.mark ?? null, page.end.more];
  }
  return { positions, end: { after, seen }, pages };
};

describe('a feed that leaves out what the phone holds', () => {
  it('gives all the rest in the same order and ends at the same place, whoever wrote in between', async () => {
    const turn = fc.record({ phone: fc.nat(2), count: fc.integer({ min: 1, max: 6 }) });
    const history = fc.record({
      turns: fc.array(turn, { minLength: 1, maxLength: 8 }),
      heldShare: fc.double({ min: 0, max: 1, noNaN: true }),
      limit: fc.integer({ min: 1, max: 7 }),
      fromShare: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ turns, heldShare, limit, fromShare }) => {
        const place = await aPlace();
        const phones = [aPhone(place), aPhone(place), aPhone(place)] as const;
        const writer: Phone[] = [];
        for (const { phone, count } of turns) {
          const one = phones[phone] ?? phones[0];
          await sends(one, place, count);
          for (let times = 0; times < count; times += 1) writer.push(one);
        }
        const reader = phones[0];
        const upTo = Math.round(heldShare * reader.entries.length);
        const from = Math.floor(fromShare * writer.length);
        const whole = await reads(reader, place, null, limit, from);
        const rest = await reads(reader, place, holding(reader, upTo), limit, from);
        const own = new Set(writer.flatMap((one, at) => (one === reader ? [at + 1] : [])).slice(0, upTo));
        expect(rest.positions).toEqual(whole.positions.filter((position) => !own.has(position)));
        expect(rest.end).toEqual(whole.end);
        expect(rest.pages).toBeLessThanOrEqual(Math.max(1, Math.ceil(rest.positions.length / limit) + 1));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('leaves nothing out when the entry that the phone names is not the one that is here', async () => {
    const place = await aPlace();
    const phone = aPhone(place);
    await sends(phone, place, 3);
    const other = aPhone(place);
    await sends(other, place, 3);
    const all = [1, 2, 3, 4, 5, 6];
    expect((await reads(phone, place, holding(other, 3), 10)).positions).toEqual(all);
    expect((await reads(phone, place, { ...holdingOr(phone, 3), seq: 2 }, 10)).positions).toEqual(all);
    expect((await reads(phone, place, { ...holdingOr(phone, 3), seq: 900 }, 10)).positions).toEqual(all);
    expect((await reads(phone, place, holding(phone, 3), 10)).positions).toEqual([4, 5, 6]);
  });
});

const holdingOr = (phone: Phone, upTo: number): HeldLog => {
  const held = holding(phone, upTo);
  if (held === null) throw new RangeError('it has no such entry');
  return held;
};
