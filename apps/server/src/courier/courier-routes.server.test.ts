import { randomUUID } from 'node:crypto';
import { letterPass } from '@denba/device/letters/letter';
import type { Entry } from '@denba/records/entry';
import { entryToText } from '@denba/records/entry';
import type { CourierKey } from '@denba/sync/courier/courier-key';
import { parcelText } from '@denba/sync/courier/parcel';
import { makeCourierKey, sealParcel } from '@denba/sync/courier/seal-parcel';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type TestPhone, testPhone } from '../../test/test-phone.ts';
import { createApp } from '../create-app.ts';
import { makeJoinCode } from '../devices/join-codes.ts';
import { currentCourierKey, privateCourierKey } from './courier-keys.ts';

let database: TestDatabase;
let server: FastifyInstance;
const lines: string[] = [];
const now = () => new Date('2026-11-26T09:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  server = createApp({
    db: database.db,
    fold: (entries) => new Map(entries.map(({ family }) => [family, { families: [family], summary: {}, facts: [] }])),
    now,
    log: (line) => lines.push(JSON.stringify(line)),
  });
  for (const id of ['sanankoroba', 'kati']) {
    await database.db
      .insertInto('place')
      .values({ id, parent_id: null, kind: 'health_centre', name: id, path: `${id}/` })
      .execute();
  }
});
afterAll(async () => {
  await server.close();
  await database.end();
});

type Joined = TestPhone & { readonly key: CourierKey };

const joinedPhone = async (place = 'sanankoroba'): Promise<Joined> => {
  const phone = await testPhone(server, place);
  const joined = await phone.join(await makeJoinCode(database.db, { place, madeBy: 'test', now: now() }));
  return { ...phone, key: joined.json<{ readonly courierKey: CourierKey }>().courierKey };
};

const sealed = async (phone: Joined, which: readonly Entry[] = phone.entries, to = phone.key): Promise<string> => {
  const [first, last] = [which[0]?.seq ?? 1, which.at(-1)?.seq ?? 1];
  return parcelText(await sealParcel(to, { from: phone.id, first, last, bundle: await phone.bundle(which) }));
};

const outcomeOf = async (carrier: TestPhone, text: string): Promise<unknown> =>
  (await carrier.bring(text)).json<{ readonly outcome?: string; readonly code?: string }>();

const feedOf = async (phone: TestPhone): Promise<readonly string[]> => {
  const { body } = await phone.pull();
  return body
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => entryToText(JSON.parse(line).entry));
};

describe('the key of the server', () => {
  it('is the same for every phone and at every meeting, and is not known by its private half', async () => {
    const phone = await joinedPhone();
    const { key } = await joinedPhone('kati');
    expect(key).toEqual(phone.key);
    const met = (await phone.ask('/api/sync/places')).json<{ readonly courierKey: CourierKey }>();
    expect(met.courierKey).toEqual(key);
    const kept = await privateCourierKey(database.db, key.id);
    expect(JSON.stringify([key, met])).not.toContain(Buffer.from(kept ?? []).toString('base64url'));
  });

  it('that was replaced still opens what was sealed to it', async () => {
    const phone = await joinedPhone();
    phone.save(randomUUID());
    const before = await sealed(phone);
    const { id, publicKey, privateKey } = await makeCourierKey();
    const [public_key, private_key] = [Buffer.from(publicKey, 'base64url'), Buffer.from(privateKey)];
    await database.db
      .insertInto('courier_key')
      .values({ id, public_key, private_key, made_at: new Date('2026-11-27T09:00:00Z') })
      .execute();
    expect(await currentCourierKey(database.db, now())).toEqual({ id, publicKey });
    expect(await outcomeOf(await joinedPhone('kati'), before)).toMatchObject({ outcome: 'received' });
  });
});

describe('a parcel', () => {
  it('brought by a phone of another place joins the record of its own, as if its phone had sent it', async () => {
    const [author, carrier] = [await joinedPhone(), await joinedPhone('kati')];
    for (let times = 0; times < 3; times += 1) author.save(randomUUID());
    expect(await outcomeOf(carrier, await sealed(author))).toEqual({ wire: expect.any(Number), outcome: 'received' });
    const feed = await feedOf(author);
    for (const entry of author.entries) expect(feed).toContain(entryToText(entry));
    const shown = await feedOf(carrier);
    for (const entry of author.entries) expect(shown).not.toContain(entryToText(entry));
    expect((await author.pull()).body).toContain('"acknowledged":3');
    const audit = await database.db.selectFrom('audit').selectAll().where('place_id', '=', 'sanankoroba').execute();
    expect(JSON.stringify(audit)).toContain(`"broughtBy":"device:${carrier.id}"`);
  });

  it('by any number of hands, in any order, again and again, is what its phone wrote, once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        async (sizes, chance) => {
          const author = await joinedPhone();
          const carriers = [await joinedPhone(), await joinedPhone('kati'), author];
          const parts = sizes.map((size) => Array.from({ length: size }, () => author.save(randomUUID())));
          // Every part alone, and files written later with everything that waited then.
          const files = [...parts, ...parts.map((_, at) => parts.slice(0, at + 1).flat())];
          const waiting = await Promise.all([...files, ...files].map((part) => sealed(author, part)));
          for (let tries = 0; waiting.length > 0; tries += 1) {
            expect(tries, 'every parcel is taken in the end').toBeLessThan(500);
            const [file = ''] = waiting.splice((chance.next().value ?? 0) % waiting.length, 1);
            const carrier = carriers[(chance.next().value ?? 0) % carriers.length] as TestPhone;
            const { outcome } = (await outcomeOf(carrier, file)) as { readonly outcome: string };
            if (outcome === 'early') waiting.push(file);
            else expect(outcome).toBe('received');
          }
          const own = new Set(author.entries.map(entryToText));
          const feed = (await feedOf(author)).filter((text) => own.has(text));
          expect(feed).toEqual(author.entries.map(entryToText));
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it('of a phone that was reported lost is kept apart, once, and joins nothing', async () => {
    const [author, carrier] = [await joinedPhone(), await joinedPhone('kati')];
    author.save(randomUUID());
    await author.push(await author.bundle());
    author.save(randomUUID());
    await database.db.updateTable('device').set({ revoked_at: now() }).where('id', '=', author.id).execute();
    for (let times = 0; times < 2; times += 1) {
      expect(await outcomeOf(carrier, await sealed(author))).toMatchObject({ outcome: 'apart' });
    }
    const apart = await database.db
      .selectFrom('quarantine')
      .select(['seq', 'reason'])
      .where('place_id', '=', 'sanankoroba')
      .where('device_id', '=', author.id)
      .execute();
    expect(apart).toEqual([{ seq: '2', reason: 'lostPhone' }]);
    expect(await feedOf(await joinedPhone())).not.toContain(entryToText(author.entries[1] as Entry));
  });

  it('for another server, of an unknown phone, or signed by another is told apart and changes nothing', async () => {
    const [author, carrier] = [await joinedPhone(), await joinedPhone('kati')];
    author.save(randomUUID());
    const elsewhere = await makeCourierKey();
    expect(await outcomeOf(carrier, await sealed(author, author.entries, elsewhere))).toMatchObject({
      outcome: 'notOurs',
    });
    const stranger = { ...(await testPhone(server, 'kati')), key: author.key };
    stranger.save(randomUUID());
    expect(await outcomeOf(carrier, await sealed(stranger))).toMatchObject({ outcome: 'unknownPhone' });
    const forged = (await stranger.bundle()).replaceAll(stranger.id, author.id);
    const parcel = await sealParcel(author.key, { from: author.id, first: 1, last: 1, bundle: forged });
    expect(await outcomeOf(carrier, parcelText(parcel))).toMatchObject({ outcome: 'unreadable' });
    expect(await feedOf(author)).not.toContain(entryToText(author.entries[0] as Entry));
  });

  it('is taken from no stranger and from no phone that was reported lost', async () => {
    const [author, carrier] = [await joinedPhone(), await joinedPhone('kati')];
    author.save(randomUUID());
    const stranger = await testPhone(server, 'kati');
    expect((await stranger.bring(await sealed(author))).statusCode).toBe(401);
    await database.db.updateTable('device').set({ revoked_at: now() }).where('id', '=', carrier.id).execute();
    expect((await carrier.bring(await sealed(author))).statusCode).toBe(410);
  });
});

describe('whatever is brought', () => {
  it('is answered with a sentence and never by a fault, and nothing of it is written down', async () => {
    const [author, carrier] = [await joinedPhone(), await joinedPhone('kati')];
    const secret = author.save(randomUUID());
    const good = await sealed(author);
    const contents = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constant(`{"denba":"bundle","wire":99}\n`));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.nat(good.length).map((length) => good.slice(0, length)),
      fc.constant(good + good),
      fc.constant(good.replace('"format":1', '"format":2')),
    );
    await fc.assert(
      fc.asyncProperty(hostile, contents, async (text, bundle) => {
        const around = await sealParcel(author.key, { from: author.id, first: 1, last: 1, bundle });
        for (const sent of [text, parcelText(around)]) {
          const { statusCode, body } = await carrier.bring(sent);
          expect(statusCode, body).toBeLessThan(500);
          expect(body).not.toMatch(/ at .*\.ts:|node_modules|kysely/);
        }
      }),
      { numRuns: 150 },
    );
    expect(lines.filter((line) => line.includes('"kind":"error"'))).toEqual([]);
    expect(lines.join('\n')).not.toContain(secret.family);
    expect((await carrier.bring(good.replace('"format":1', '"format":2'))).json()).toMatchObject({
      code: 'newer-denba',
    });
    expect((await carrier.bring(good.slice(0, -9))).json()).toMatchObject({ code: 'damaged-courier-file' });
  });
});

describe('a letter that the browser of a phone posts while nobody has unlocked it', () => {
  const post = (text: string, authorization: string, url = '/api/sync/letters') =>
    server.inject({
      ...{ method: 'POST', url, payload: text },
      headers: { 'content-type': 'application/x-ndjson', authorization },
    });

  it('is taken in by its pass, which opens nothing else', async () => {
    const phone = await joinedPhone();
    phone.save(randomUUID());
    const pass = `Letter ${await letterPass(phone.token())}`;
    const letter = await sealed(phone);
    expect((await post(letter, pass)).json()).toMatchObject({ outcome: 'received' });
    // Posted again, because the answer was lost.
    expect((await post(letter, pass)).json()).toMatchObject({ outcome: 'received' });
    expect(await feedOf(phone)).toContain(entryToText(phone.entries[0] as Entry));
    const asToken = pass.replace('Letter', 'Bearer');
    for (const authorization of [pass, asToken]) {
      for (const url of ['/api/sync/feed?after=0', '/api/sync/places', '/api/sync/packs/x']) {
        const { statusCode } = await server.inject({ method: 'GET', url, headers: { authorization } });
        expect(statusCode, `${url} ${authorization}`).toBe(401);
      }
      expect((await post(letter, authorization, '/api/sync/courier')).statusCode).toBe(401);
      expect((await post(await phone.bundle(), authorization, '/api/sync/bundles')).statusCode).toBe(401);
    }
  });

  it('says that the phone was there, as a parcel carried by another phone does not', async () => {
    const [phone, carrier] = [await joinedPhone(), await joinedPhone('kati')];
    const seen = async (): Promise<unknown> =>
      database.db
        .selectFrom('device')
        .select(['last_seen_at', 'last_sent_at'])
        .where('id', '=', phone.id)
        .executeTakeFirst();
    phone.save(randomUUID());
    await carrier.bring(await sealed(phone));
    expect(await seen()).toEqual({ last_seen_at: null, last_sent_at: now() });
    // Also a letter with nothing new, or one that is not understood.
    await post('cut off', `Letter ${await letterPass(phone.token())}`);
    expect(await seen()).toEqual({ last_seen_at: now(), last_sent_at: now() });
  });

  it('is not taken with another pass, with the token, or from a phone that was reported lost', async () => {
    const phone = await joinedPhone();
    phone.save(randomUUID());
    const letter = await sealed(phone);
    for (const authorization of ['', `Letter ${'A'.repeat(43)}`, 'Letter x', `Letter ${phone.token()}`]) {
      expect((await post(letter, authorization)).statusCode, authorization).toBe(401);
    }
    const pass = `Letter ${await letterPass(phone.token())}`;
    await database.db.updateTable('device').set({ revoked_at: now() }).where('id', '=', phone.id).execute();
    expect((await post(letter, pass)).statusCode).toBe(410);
  });
});
