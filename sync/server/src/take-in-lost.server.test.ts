import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { type Entry, entryToText } from '@denba/records/entry';
import { facilityId, familyId, personId } from '@denba/records/ids';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { type FakeDevice, fakeDevice, saveEntry, wallMs } from '@denba/scenario/fake-device';
import { readBundle, writeBundleOfLines } from '@denba/sync/bundle';
import type { Fold } from '@denba/sync/receiving/fold-families';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../apps/server/test/test-database.ts';
import { verifyAudit } from './audit.ts';
import { quarantineBundle } from './quarantine.ts';
import { readFeed } from './read-feed.ts';
import { receiveBundle } from './receive-bundle.ts';
import { leaveLost, takeInLost } from './take-in-lost.ts';

const DAY = '2026-11-26' as LocalDate;
const now = () => new Date('2026-11-26T09:00:00Z');
const MADE = '2026-11-26T09:00:00.000Z#0000' as Entry['recordedAt'];
const vouched = { by: 'account:awa', note: 'Rapporté par Mariam.' };

const fold: Fold = (entries) =>
  new Map(
    [...foldFamilies(entries)].map(([family, timeline]) => [
      family,
      { families: timeline.families, summary: { entries: timeline.history.length }, facts: [] as JsonValue[] },
    ]),
  );

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const given = () => ({ db: database.db as never, fold, figures: null, now });

const aPlace = async (): Promise<string> => {
  const id = `place-${randomUUID()}`;
  await database.db
    .insertInto('place')
    .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
    .execute();
  return id;
};

/** A phone of a centre, and the entries that it saved. */
const aPhone = (place: string) => {
  let device: FakeDevice = fakeDevice(`phone-${randomUUID()}`, { facility: facilityId(place) });
  const entries: Entry[] = [];
  return {
    device: device.log.device as string,
    place,
    facilities: new Set([place]),
    entries,
    save: (family: string = randomUUID(), answers: JsonObject = { transfer: 'temporary' }, facility = place): Entry => {
      const saved = saveEntry(
        { ...device, facility: facilityId(facility) },
        {
          ...{
            family: familyId(family),
            subject: personId(`${family}-child`),
            form: 'transfer@2',
            answers,
            findings: {},
          },
          ...{ protocolVersion: null, occurredOn: DAY, atMs: wallMs(DAY, entries.length) },
        },
      );
      device = saved.device;
      entries.push(saved.entry);
      return saved.entry;
    },
  };
};
type Phone = ReturnType<typeof aPhone>;

const linesOf = (entries: readonly Entry[]) => entries.map((entry) => ({ seq: entry.seq, text: entryToText(entry) }));

const bundleOf = async (phone: Phone, lines: readonly { readonly seq: number; readonly text: string }[]) => {
  const read = readBundle(await writeBundleOfLines(lines, phone.device, MADE, async () => new Uint8Array(64)));
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

/** The phone itself sends its entries, before it was reported lost. */
const send = async (phone: Phone) => receiveBundle(given(), phone, await bundleOf(phone, linesOf(phone.entries)));

/** A courier brings the entries afterwards. */
const bring = async (phone: Phone, lines = linesOf(phone.entries)) =>
  quarantineBundle(
    given().db,
    { device: phone.device, place: phone.place, broughtBy: 'device:other' },
    await bundleOf(phone, lines),
    now(),
  );

const feedOf = async (place: string): Promise<readonly string[]> => {
  const asked = { after: 0, seen: null, limit: 1000, held: null };
  const feed = await readFeed(database.db as never, { id: 'nobody', place }, asked, now());
  return feed?.lines.map(({ entry }) => entry) ?? [];
};
const texts = (entries: readonly Entry[]): readonly string[] => entries.map(entryToText);

const apart = async ({ place, device }: Phone) => {
  const rows = await database.db
    .selectFrom('quarantine')
    .select(['seq', 'reason', 'taken_in', 'resolution', 'resolved_by'])
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, reason, taken_in, resolution, resolved_by }) => ({
    ...{ seq: Number(seq), reason, in: taken_in, note: resolution, by: resolved_by },
  }));
};

const acts = async (place: string): Promise<readonly string[]> => {
  const rows = await database.db.selectFrom('audit').select('act').where('place_id', '=', place).execute();
  return rows.map(({ act }) => act);
};

describe('what a lost phone had not sent, once somebody vouches for it', () => {
  it('follows what it had sent, in the feed of its centre, in its order, and is folded', async () => {
    const phone = aPhone(await aPlace());
    const family = randomUUID();
    phone.save(family);
    await send(phone);
    phone.save(family);
    phone.save();
    expect(await bring(phone)).toBe('apart');
    expect(await feedOf(phone.place)).toEqual(texts(phone.entries.slice(0, 1)));
    expect(await takeInLost(given(), phone, vouched)).toEqual({ taken: 2, refused: 0 });
    expect(await feedOf(phone.place)).toEqual(texts(phone.entries));
    expect((await apart(phone)).map(({ seq, in: taken, note, by }) => [seq, taken, note, by])).toEqual([
      [2, true, vouched.note, vouched.by],
      [3, true, vouched.note, vouched.by],
    ]);
    const summary = await database.db
      .selectFrom('family_summary')
      .select('entries')
      .where('place_id', '=', phone.place)
      .where('family', '=', family)
      .executeTakeFirst();
    expect(summary).toEqual({ entries: 2 });
  });

  it('is taken in once, however often it is brought and taken', async () => {
    const phone = aPhone(await aPlace());
    phone.save();
    await bring(phone);
    await takeInLost(given(), phone, vouched);
    expect(await bring(phone)).toBe('received');
    expect(await takeInLost(given(), phone, vouched)).toEqual({ taken: 0, refused: 0 });
    expect(await feedOf(phone.place)).toEqual(texts(phone.entries));
  });

  it('may be more than fits into one transaction', async () => {
    const phone = aPhone(await aPlace());
    for (let number = 0; number < 8; number += 1) phone.save();
    await bring(phone);
    expect(await takeInLost(given(), phone, vouched, 3)).toEqual({ taken: 8, refused: 0 });
    expect(await feedOf(phone.place)).toEqual(texts(phone.entries));
  });

  it('behind entries that never come is taken at its word, and what was missing may still come', async () => {
    const phone = aPhone(await aPlace());
    for (let number = 0; number < 5; number += 1) phone.save();
    const lines = linesOf(phone.entries);
    await bring(phone, lines.slice(3));
    expect(await takeInLost(given(), phone, vouched)).toEqual({ taken: 2, refused: 0 });
    await bring(phone, lines);
    expect(await takeInLost(given(), phone, vouched)).toEqual({ taken: 3, refused: 0 });
    expect([...(await feedOf(phone.place))].sort()).toEqual([...texts(phone.entries)].sort());
  });

  it('stays apart with its own reason where it cannot join: unreadable, of another centre, two of one number', async () => {
    const phone = aPhone(await aPlace());
    const [first, elsewhere] = [phone.save(), phone.save(undefined, undefined, 'another-centre')];
    const last = phone.save();
    const other = { ...last, id: randomUUID() } as unknown as Entry;
    await bring(phone, [...linesOf([first, elsewhere]), { seq: 3, text: 'not an entry' }]);
    await bring(phone, linesOf([last]));
    await bring(phone, linesOf([other]));
    expect(await takeInLost(given(), phone, vouched)).toEqual({ taken: 2, refused: 3 });
    const reasons = (await apart(phone)).map(({ seq, reason, in: taken }) => `${seq} ${taken ? 'taken' : reason}`);
    expect(reasons.sort()).toEqual(['1 taken', '2 wrongPlace', '3 fork', '3 notAnEntry', '3 taken']);
    expect(await takeInLost(given(), phone, vouched)).toEqual({ taken: 0, refused: 0 });
  });

  it('that does not follow the entry before it was changed by somebody, and stays apart', async () => {
    const phone = aPhone(await aPlace());
    const first = phone.save();
    await send(phone);
    const second = { ...phone.save(), prev: '0'.repeat(64) } as unknown as Entry;
    const third = { ...phone.save(), device: 'another-phone' } as unknown as Entry;
    await bring(phone, linesOf([second, third]));
    expect(await takeInLost(given(), phone, vouched)).toEqual({ taken: 0, refused: 2 });
    expect((await apart(phone)).map(({ reason }) => reason)).toEqual(['brokenChain', 'foreignDevice']);
    expect(await feedOf(phone.place)).toEqual(texts([first]));
  });

  it('reaches the other places that care for the family', async () => {
    const [here, there] = [await aPlace(), await aPlace()];
    const phone = aPhone(here);
    phone.save(randomUUID(), { transfer: 'temporary', to_facility: 'Là-bas', to_facility_id: there });
    await bring(phone);
    await takeInLost(given(), phone, vouched);
    expect(await feedOf(there)).toEqual(texts(phone.entries));
  });

  it('is left apart with a note, joins nothing, and may be taken in later after all', async () => {
    const phone = aPhone(await aPlace());
    phone.save();
    await bring(phone);
    expect(await leaveLost(given(), phone, { ...vouched, note: 'Personne ne sait.' })).toBe(1);
    expect(await leaveLost(given(), phone, vouched)).toBe(0);
    expect(await feedOf(phone.place)).toEqual([]);
    expect(await takeInLost(given(), phone, vouched)).toEqual({ taken: 1, refused: 0 });
    expect(await apart(phone)).toMatchObject([{ in: true, note: 'Personne ne sait. — Rapporté par Mariam.' }]);
    expect(await feedOf(phone.place)).toEqual(texts(phone.entries));
  });

  it('is written down, line by line, without a break', async () => {
    const phone = aPhone(await aPlace());
    phone.save();
    await bring(phone);
    await leaveLost(given(), phone, vouched);
    await takeInLost(given(), phone, vouched);
    expect(await acts(phone.place)).toEqual(['quarantined', 'lost-phone-left', 'received', 'lost-phone-taken-in']);
    expect(await verifyAudit(database.db as never, phone.place)).toEqual({ lines: 4, problem: null });
    const row = await database.db
      .selectFrom('audit')
      .select(['actor', 'detail'])
      .where('place_id', '=', phone.place)
      .where('act', '=', 'lost-phone-taken-in')
      .executeTakeFirst();
    const detail = { device: phone.device, entries: 1, refused: 0, first: 1, last: 1 };
    expect(row).toEqual({ actor: vouched.by, detail });
  });

  it('is not taken twice by two people who press at once', async () => {
    const phone = aPhone(await aPlace());
    for (let number = 0; number < 20; number += 1) phone.save();
    await bring(phone);
    const both = await Promise.all([1, 2].map(() => takeInLost(given(), phone, vouched)));
    expect(both.reduce((sum, { taken }) => sum + taken, 0)).toBe(20);
    expect(await feedOf(phone.place)).toEqual(texts(phone.entries));
  });
});
