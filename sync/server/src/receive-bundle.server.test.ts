import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { type Entry, entryToText } from '@denba/records/entry';
import { facilityId, familyId, personId } from '@denba/records/ids';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { type FakeDevice, fakeDevice, saveEntry, wallMs } from '@denba/scenario/fake-device';
import { type Bundle, readBundle, writeBundle } from '@denba/sync/bundle';
import type { Fold } from '@denba/sync/receiving/fold-families';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../apps/server/test/test-database.ts';
import { verifyAudit } from './audit.ts';
import { readFeed } from './read-feed.ts';
import { receiveBundle } from './receive-bundle.ts';

const DAY = '2026-11-26' as LocalDate;
const now = () => new Date('2026-11-26T09:00:00Z');

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
  for (const id of ['sanankoroba', 'kati']) {
    await database.db
      .insertInto('place')
      .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
      .execute();
  }
});
afterAll(() => database.end());

/** A phone in a centre that no other test uses, and the entries that it saved. */
const aPhone = (place = 'sanankoroba') => {
  let device: FakeDevice = fakeDevice(`phone-${randomUUID()}`, { facility: facilityId(place) });
  const entries: Entry[] = [];
  return {
    device: device.log.device as string,
    place,
    facilities: new Set([place]),
    entries,
    save: (family: string, answers: JsonObject = { transfer: 'temporary' }, form = 'transfer@1'): Entry => {
      const saved = saveEntry(device, {
        ...{ family: familyId(family), subject: personId(`${family}-child`), form, answers, findings: {} },
        ...{ protocolVersion: null, occurredOn: DAY, atMs: wallMs(DAY, entries.length) },
      });
      device = saved.device;
      entries.push(saved.entry);
      return saved.entry;
    },
  };
};

const bundleOf = async (entries: readonly Entry[], device: string): Promise<Bundle> => {
  const made = '2026-11-26T09:00:00.000Z#0000' as Entry['recordedAt'];
  const read = readBundle(await writeBundle(entries, device, made, async () => new Uint8Array(64)));
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

const send = async (phone: ReturnType<typeof aPhone>, entries: readonly Entry[] = phone.entries) =>
  receiveBundle({ db: database.db as never, fold, figures: null, now }, phone, await bundleOf(entries, phone.device));

const feedOf = async (place: string, after = 0) =>
  (await readFeed(
    database.db as never,
    { id: 'nobody', place },
    { after, seen: null, limit: 1000, held: null },
    now(),
  )) ?? none;
const none = { lines: [], end: null };
const idsIn = async (place: string): Promise<readonly string[]> =>
  (await feedOf(place)).lines.map(({ entry }) => JSON.parse(entry).id);

describe('what the server receives', () => {
  it('is kept once, unchanged, in the feed of its place, and acknowledged', async () => {
    const phone = aPhone();
    const family = randomUUID();
    for (let times = 0; times < 5; times += 1) phone.save(family);
    expect(await send(phone)).toMatchObject({ acknowledged: 5, quarantined: [] });
    expect(await send(phone)).toMatchObject({ acknowledged: 5, quarantined: [] });
    const lines = (await feedOf('sanankoroba')).lines.map(({ entry }) => entry);
    for (const entry of phone.entries) expect(lines.filter((line) => line === entryToText(entry))).toHaveLength(1);
    expect(
      await database.db.selectFrom('family_summary').select('summary').where('family', '=', family).execute(),
    ).toEqual([{ summary: { entries: 5 } }]);
  });

  it('numbers a feed without gaps, also when many phones send at once', async () => {
    const phones = Array.from({ length: 6 }, () => aPhone());
    for (const phone of phones) for (let times = 0; times < 20; times += 1) phone.save(randomUUID());
    await Promise.all(phones.map((phone) => send(phone)));
    const { lines } = await feedOf('sanankoroba');
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, at) => at + 1));
  });

  it('asks for what is missing when a bundle begins too late, and keeps nothing of it', async () => {
    const phone = aPhone();
    for (let times = 0; times < 4; times += 1) phone.save(randomUUID());
    await send(phone, phone.entries.slice(0, 1));
    expect(await send(phone, phone.entries.slice(2))).toEqual({ kind: 'gap', acknowledged: 1 });
    expect(await idsIn('sanankoroba')).not.toContain(phone.entries[3]?.id);
  });

  it('keeps in quarantine what cannot join, with its reason, and goes on behind it', async () => {
    const phone = aPhone();
    const [good, elsewhere, last] = [phone.save(randomUUID()), phone.save(randomUUID()), phone.save(randomUUID())];
    const bundle = await bundleOf(phone.entries, phone.device);
    const strange = { ...bundle, lines: [entryToText(good), '{"broken"', entryToText(last)] };
    const answer = await receiveBundle({ db: database.db as never, fold, figures: null, now }, phone, strange);
    expect(answer).toMatchObject({ acknowledged: 3, quarantined: [{ seq: 2, reason: 'notAnEntry' }] });
    expect(await idsIn('sanankoroba')).toEqual(expect.arrayContaining([good.id, last.id]));
    expect(await idsIn('sanankoroba')).not.toContain(elsewhere.id);
    const kept = await database.db
      .selectFrom('quarantine')
      .select(['seq', 'reason'])
      .where('device_id', '=', phone.device)
      .execute();
    expect(kept).toEqual([{ seq: '2', reason: 'notAnEntry' }]);
  });

  it('goes on behind an entry whose identifier no database can hold, and keeps a NUL in its words', async () => {
    const phone = aPhone();
    const [odd, last] = [phone.save(randomUUID()), phone.save(randomUUID(), { transfer: 'temporary', note: 'a\0b' })];
    const bundle = await bundleOf(phone.entries, phone.device);
    const strange = {
      ...bundle,
      lines: [entryToText({ ...odd, family: familyId('x').concat('\0') as never }), entryToText(last)],
    };
    const answer = await receiveBundle({ db: database.db as never, fold, figures: null, now }, phone, strange);
    expect(answer).toMatchObject({ acknowledged: 2, quarantined: [{ seq: 1, reason: 'notAnEntry' }] });
    expect(await idsIn('sanankoroba')).toContain(last.id);
  });

  it('goes on behind half a character, in words that lists show and in an identifier', async () => {
    const phone = aPhone();
    const half = '\ud83d';
    const named = phone.save(randomUUID(), { transfer: 'temporary', note: `Awa${half}`, [`odd${half}\0`]: 1 });
    const odd = phone.save(randomUUID());
    const bundle = await bundleOf(phone.entries, phone.device);
    const strange = {
      ...bundle,
      lines: [entryToText(named), entryToText({ ...odd, family: `x${half}` as never })],
    };
    const inWords: Fold = (entries) =>
      new Map(
        entries.map(({ family, answers }) => [
          family,
          { families: [family], summary: answers as JsonValue, facts: [] as JsonValue[] },
        ]),
      );
    const answer = await receiveBundle({ db: database.db as never, fold: inWords, figures: null, now }, phone, strange);
    expect(answer).toMatchObject({ acknowledged: 2, quarantined: [{ seq: 2, reason: 'notAnEntry' }] });
    expect((await feedOf('sanankoroba')).lines.map(({ entry }) => entry)).toContain(entryToText(named));
    const kept = await database.db
      .selectFrom('family_summary')
      .select('summary')
      .where('place_id', '=', 'sanankoroba')
      .where('family', '=', named.family)
      .execute();
    expect(kept).toEqual([{ summary: { transfer: 'temporary', note: 'Awa\ufffd', 'odd\ufffd': 1 } }]);
  });

  it('looks for no place and no family by what can be the name of none', async () => {
    const phone = aPhone();
    const referred = phone.save(randomUUID());
    const answers = { transfer: 'temporary', to_facility: 'ka\0ti', to_facility_id: 'kati\0' };
    const asked = { ...(await bundleOf(phone.entries, phone.device)), lines: [entryToText({ ...referred, answers })] };
    const given = { db: database.db as never, fold, figures: null, now };
    expect(await receiveBundle(given, phone, asked)).toMatchObject({ acknowledged: 1, quarantined: [] });
    const other = aPhone();
    const merge = { merge: 'family', keep: 'a\0', duplicate: 'b\ud800', reason: 'double' };
    const merged = { ...other.save(randomUUID()), form: 'merge-duplicates@1', answers: merge };
    const both = { ...(await bundleOf(other.entries, other.device)), lines: [entryToText(merged)] };
    expect(await receiveBundle(given, other, both)).toMatchObject({ acknowledged: 1, quarantined: [] });
  });

  it('takes no entry in the name of another device or for another place', async () => {
    const phone = aPhone();
    phone.save(randomUUID());
    const foreign = { ...phone, device: `phone-${randomUUID()}` };
    const bundle = await bundleOf(phone.entries, phone.device);
    const theirs = { ...bundle, head: { ...bundle.head, device: foreign.device } };
    expect(await receiveBundle({ db: database.db as never, fold, figures: null, now }, foreign, theirs)).toMatchObject({
      quarantined: [{ seq: 1, reason: 'foreignDevice' }],
    });
    const moved = { ...aPhone('kati'), place: 'sanankoroba' };
    const inKati = aPhone('kati');
    inKati.save(randomUUID());
    expect(
      await receiveBundle(
        { db: database.db as never, fold, figures: null, now },
        { device: inKati.device, place: moved.place, facilities: new Set([moved.place]) },
        await bundleOf(inKati.entries, inKati.device),
      ),
    ).toMatchObject({ quarantined: [{ seq: 1, reason: 'wrongPlace' }] });
  });

  it('tells a fork: the first is kept in the record, the second in quarantine', async () => {
    const phone = aPhone();
    const before = phone.save(randomUUID());
    const restored = { ...phone, entries: [{ ...before, author: 'somebody after a restore' }] };
    await send(phone);
    expect(await send(restored)).toMatchObject({ acknowledged: 1, quarantined: [{ seq: 1, reason: 'fork' }] });
    expect(await idsIn('sanankoroba')).toContain(before.id);
  });
});

describe('a family that is referred', () => {
  it('goes to the other place with its whole past, and from then on both know what each records', async () => {
    const [here, there] = [aPhone('sanankoroba'), aPhone('kati')];
    const [family, other] = [randomUUID(), randomUUID()];
    const past = [here.save(family), here.save(other), here.save(family)];
    await send(here);
    expect(await idsIn('kati')).not.toContain(past[0]?.id);
    const referral = here.save(family, { transfer: 'temporary', to_facility: 'kati' });
    await send(here);
    const inKati = await idsIn('kati');
    expect(inKati.filter((id) => past.some((entry) => entry.id === id) || id === referral.id)).toEqual(
      [past[0], past[2], referral].map((entry) => entry?.id),
    );
    expect(inKati).not.toContain(past[1]?.id);

    const answer = there.save(family);
    await send(there);
    expect(await idsIn('sanankoroba')).toContain(answer.id);
    const later = here.save(family);
    await send(here);
    expect(await idsIn('kati')).toContain(later.id);
    const summaries = await database.db
      .selectFrom('family_summary')
      .select(['place_id', 'summary'])
      .where('family', '=', family)
      .orderBy('place_id')
      .execute();
    expect(summaries).toEqual([
      { place_id: 'kati', summary: { entries: 5 } },
      { place_id: 'sanankoroba', summary: { entries: 5 } },
    ]);
  });
});

describe('the audit', () => {
  it('is whole, and shows a line that was changed or taken out', async () => {
    const db = database.db as unknown as Parameters<typeof verifyAudit>[0];
    const phone = aPhone('kati');
    for (let times = 0; times < 3; times += 1) {
      phone.save(randomUUID());
      await send(phone);
    }
    expect(await verifyAudit(db, 'kati')).toEqual({ lines: 4, problem: null });
    const problem = async () => (await verifyAudit(db, 'kati')).problem;
    const { pool } = database;
    await pool.query("DELETE FROM audit WHERE place_id = 'kati' AND position = 4");
    expect(await problem()).toEqual({ place: 'kati', position: 4, kind: 'missing' });
    await pool.query("UPDATE audit_head SET last_position = 3 WHERE place_id = 'kati'");
    expect(await problem()).toEqual({ place: 'kati', position: 4, kind: 'head' });
    await pool.query("UPDATE audit SET act = 'nothing' WHERE place_id = 'kati' AND position = 2");
    expect(await problem()).toEqual({ place: 'kati', position: 2, kind: 'altered' });
    await pool.query("DELETE FROM audit WHERE place_id = 'kati' AND position = 1");
    expect(await problem()).toEqual({ place: 'kati', position: 1, kind: 'missing' });
  });
});

describe('when PostgreSQL ends one of two places that wait for each other', () => {
  /** The next `times` attempts at a bundle fail as in a deadlock, at its last row. */
  const endsNext = async (times: number): Promise<void> => {
    await database.pool.query(`
      DROP TRIGGER IF EXISTS ends ON entry;
      DROP SEQUENCE IF EXISTS tried;
      CREATE SEQUENCE tried;
      CREATE OR REPLACE FUNCTION ends() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('tried') <= ${times} THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ends AFTER INSERT ON entry FOR EACH STATEMENT EXECUTE FUNCTION ends()`);
  };
  const over = () => database.pool.query('DROP TRIGGER ends ON entry');

  it('the bundle is taken in again, once, and its phone notices nothing', async () => {
    const phone = aPhone();
    const saved = phone.save('ended-and-again');
    await endsNext(2);
    expect(await send(phone)).toMatchObject({ acknowledged: 1, quarantined: [] });
    await over();
    const ids = await idsIn('sanankoroba');
    expect(ids.filter((id) => id === saved.id)).toHaveLength(1);
  });

  it('and again and again, the phone is told and sends again', async () => {
    const phone = aPhone();
    phone.save('ended-for-good');
    await endsNext(1000);
    await expect(send(phone)).rejects.toMatchObject({ code: '40P01' });
    await over();
    expect(await send(phone)).toMatchObject({ acknowledged: 1, quarantined: [] });
  });
});
