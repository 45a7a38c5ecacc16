import { httpServer } from '@denba/device/sync/http-server';
import type { Around } from '@denba/device/sync/server';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { type Pack, packText, readPack } from '@denba/sync/packs/pack';
import { isPackSignedBy, makePackKey, signPack } from '@denba/sync/packs/pack-key';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchOf } from '../../test/phones/fetch-of.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { ministryProtocol, packOfProtocol, shippedProtocol } from '../../test/test-packs.ts';
import { locationOf, pageVisitors, textOf } from '../../test/test-pages.ts';
import { aCountry, aMorning, type Browser, managedApp } from '../../test/test-people.ts';
import type { TestPhone } from '../../test/test-phone.ts';
import type { Role } from '../people/roles.ts';
import { keepShippedPack } from './keep-pack.ts';

let database: TestDatabase;
let server: FastifyInstance;
let shipped: string;
let [adapted, other]: Pack[] = [];
const clock = aMorning();

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  shipped = await keepShippedPack(database.db, shippedProtocol(), clock.now);
  server = managedApp(database, clock, { shippedPack: shipped });
  adapted = await packOfProtocol(ministryProtocol(-2.5));
  other = await packOfProtocol(ministryProtocol(-3, 'other'));
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const visitors = () => pageVisitors(server, database, clock);

const bring = async (browser: Pick<Browser, 'ask'>, file: string | Uint8Array<ArrayBuffer>, name = 'pack') => {
  const form = new FormData();
  form.append(name, new File([file], 'denba-pack.txt', { type: 'text/plain' }));
  const request = new Response(form);
  return browser.ask('POST', '/admin/packs', {
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
};

const wireOf = (phone: Pick<TestPhone, 'token'>) =>
  httpServer(
    fetchOf(server, () => 'none'),
    'http://server/',
    phone.token(),
  );

const around = async (phone: TestPhone): Promise<Around> => {
  const answer = await wireOf(phone).around();
  if ('kind' in answer) throw new Error(answer.kind);
  return answer;
};

describe('the pack of this release', () => {
  it('is there from the first start, once, and is what a place has that was given nothing', async () => {
    expect(await keepShippedPack(database.db, shippedProtocol(), clock.now)).toBe(shipped);
    const phone = await visitors().aPhone('sanankoroba');
    expect((await around(phone)).pack).toBe(shipped);
    const page = textOf((await (await visitors().as('supervisor', 'ml')).get('/admin/packs')).body);
    expect(page).toContain(`mami ${shippedProtocol().version} · ${shipped.slice(0, 8)}`);
    expect(page).toContain('Venu avec Denba, le 26/11/2026');
  });
});

describe('a ministry that changes a cut-off', () => {
  it('brings its pack, gives it to one district, and phones there are told, those elsewhere are not', async () => {
    const { as, aPhone } = visitors();
    const ministry = await as('national', 'ml');
    const answer = await bring(ministry, packText(adapted as Pack));
    expect(textOf(answer.body)).toContain('Protocole reçu');
    expect(textOf(answer.body)).toContain('Adaptations : ministry');
    expect(textOf((await bring(ministry, packText(adapted as Pack))).body)).toContain('était déjà ici');
    const [there, elsewhere] = [await aPhone('sanankoroba'), await aPhone('bla')];
    const given = await ministry.submit('/admin/places/kati/pack', { sure: 'yes', pack: adapted?.id ?? '' });
    expect(locationOf(given)).toBe('303 /admin/places/kati#pack');
    expect((await around(there)).pack).toBe(adapted?.id);
    expect((await around(elsewhere)).pack).toBe(shipped);

    // A centre with its own choice keeps it when the country chooses, and follows the country once its own choice is
    // removed.
    await bring(ministry, packText(other as Pack));
    await ministry.submit('/admin/places/sanankoroba/pack', { sure: 'yes', pack: shipped });
    await ministry.submit('/admin/places/ml/pack', { sure: 'yes', pack: other?.id ?? '' });
    expect([(await around(there)).pack, (await around(elsewhere)).pack]).toEqual([shipped, other?.id]);
    expect(textOf((await ministry.get('/admin/places/sanankoroba')).body)).toContain('Donné à : Sanankoroba');
    await ministry.submit('/admin/places/sanankoroba/pack', { sure: 'yes', pack: 'as-above' });
    expect((await around(there)).pack).toBe(adapted?.id);
    expect(textOf((await ministry.get('/admin/places/sanankoroba')).body)).toContain('Donné à : Kati');

    const audit = await database.db
      .selectFrom('audit')
      .select(['place_id', 'act', 'actor'])
      .where('act', 'in', ['pack-brought', 'pack-given'])
      .execute();
    expect(audit.filter(({ act }) => act === 'pack-brought')).toHaveLength(2);
    expect(new Set(audit.map(({ actor }) => actor)).size).toBe(1);
    expect(audit.flatMap(({ act, place_id }) => (act === 'pack-given' ? [place_id] : [])).sort()).toEqual([
      'kati',
      'ml',
      'sanankoroba',
      'sanankoroba',
    ]);
    for (const place of ['kati', 'ml'])
      await ministry.submit(`/admin/places/${place}/pack`, { sure: 'yes', pack: 'as-above' });
  });

  it('reads in clinical words what changes at a place before it is given', async () => {
    const ministry = await visitors().as('national', 'ml');
    await bring(ministry, packText(adapted as Pack));
    const page = await ministry.submit('/admin/places/kalaban/pack', { pack: adapted?.id ?? '' });
    expect(textOf(page.body)).toMatch(/Ce qui change ici .*−2 → −2,5.*\(waz_cut\)/);
    expect(
      await database.db.selectFrom('place_pack').select('place_id').where('place_id', '=', 'kalaban').execute(),
    ).toEqual([]);
    const same = await ministry.submit('/admin/places/kalaban/pack', { pack: shipped });
    expect(textOf(same.body)).toContain('Rien ne change');
    const top = await ministry.submit('/admin/places/ml/pack', { pack: 'as-above' });
    expect(textOf(top.body)).toContain('Rien ne change');
  });

  it('has it fetched by phones, whole, and vouched for by the key that they got when they joined', async () => {
    const { as, aPhone } = visitors();
    await bring(await as('administrator', 'ml'), packText(adapted as Pack));
    const phone = await aPhone('bla');
    const answer = await wireOf(phone).pack(adapted?.id ?? '');
    if (answer.kind !== 'pack') throw new Error(answer.kind);
    const read = await readPack(answer.text);
    if (!read.ok) throw new Error(read.error.kind);
    expect(read.value.content).toBe(adapted?.content);
    const { packKey } = await around(phone);
    if (packKey === null) throw new Error('no key');
    expect(await isPackSignedBy(read.value, packKey)).toBe(true);
    expect((await around(await aPhone('kalaban'))).packKey).toEqual(packKey);
    for (const encoding of ['gzip', 'br']) {
      const packed = await server.inject({
        url: `/api/sync/packs/${adapted?.id}`,
        headers: { authorization: `Bearer ${phone.token()}`, 'accept-encoding': encoding },
      });
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.rawPayload.length).toBeLessThan(250_000);
    }
  });

  it('cannot be heard in another’s name: a proof that somebody else wrote is taken off', async () => {
    const ministry = await visitors().as('national', 'ml');
    const foreign = await signPack(adapted as Pack, await makePackKey());
    expect((await bring(ministry, packText(foreign))).status).toBe(200);
    const answer = await wireOf(await visitors().aPhone('bla')).pack(adapted?.id ?? '');
    expect(answer.kind === 'pack' && answer.text.includes(foreign.proof?.key ?? '?')).toBe(false);
  });
});

describe('what is brought', () => {
  const changed = (over: Partial<Record<keyof CompiledProtocol, unknown>>) =>
    packOfProtocol({ ...shippedProtocol(), ...over } as CompiledProtocol);

  it('and is not a protocol that this server can run is told in a sentence, and not kept', async () => {
    const ministry = await visitors().as('national', 'ml');
    const count = async () => (await database.db.selectFrom('protocol_pack').select('id').execute()).length;
    const before = await count();
    const text = packText(adapted as Pack);
    const told = async (file: string | Uint8Array<ArrayBuffer>) => textOf((await bring(ministry, file)).body);
    expect(await told(text.slice(0, -9))).toContain("quelqu'un l'a changé");
    expect(await told(text.replace('-2.5', '-2.6'))).toContain("quelqu'un l'a changé");
    expect(await told(text.replace('"format":1', '"format":4'))).toContain('plus récent que le serveur');
    expect(await told(new Uint8Array([0xff, 0xd8, 0, 1, 2]))).toContain("Ce n'est pas un protocole");
    expect(await told('')).toContain("Ce n'est pas un protocole");
    expect(await told(packText(await changed({ parameters: [] })))).toContain('ne peut pas utiliser ce protocole');
    expect(await told(packText(await changed({ forms: [] })))).toContain('ne peut pas utiliser ce protocole');
    const content = JSON.stringify(shippedProtocol(), null, 1).replaceAll('\n', ' ');
    const spelled = { id: '', content, proof: null };
    const { packIdOf } = await import('@denba/sync/packs/pack');
    expect(await told(packText({ ...spelled, id: await packIdOf(content) }))).toContain("Ce n'est pas un protocole");
    expect((await bring(ministry, text, 'other')).status).toBe(422);
    expect(await count()).toBe(before);
  });

  it('whatever its bytes are, is answered and never with a fault', async () => {
    const ministry = await visitors().as('national', 'ml');
    const head = `{"denba":"pack","format":1,"id":"${'0'.repeat(64)}"}`;
    const part = fc.oneof(fc.constantFrom(head, '\n', '{}', '[]', 'null', '\0'), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(part), async (parts) => {
        expect((await bring(ministry, parts.join(''))).status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });

  it('and is no pack of this server cannot be given', async () => {
    const ministry = await visitors().as('national', 'ml');
    const wrong = ['', 'x', 'f'.repeat(64), '\u{1F476}'].flatMap(
      (pack) =>
        [
          [pack, 'yes'],
          [pack, ''],
        ] as const,
    );
    for (const [pack, sure] of wrong) {
      expect((await ministry.submit('/admin/places/bla/pack', { pack, sure })).status).toBe(404);
    }
    expect((await ministry.submit('/admin/places/bla/pack', {})).status).toBe(422);
  });
});

describe('rights', () => {
  const roles: readonly (readonly [Role, boolean, boolean])[] = [
    ['administrator', true, true],
    ['national', true, true],
    ['region', true, false],
    ['district', true, false],
    ['supervisor', true, false],
    ['programme', false, false],
    ['health_worker', false, false],
  ];

  it.each(roles)('of the role %s: sees protocols %s, brings and gives them %s', async (role, reads, decides) => {
    const person = await visitors().as(role, 'kati');
    expect((await person.get('/admin/packs')).status).toBe(reads ? 200 : 403);
    expect((await person.get('/admin/places')).body.includes('/admin/packs')).toBe(reads);
    expect((await bring(person, packText(adapted as Pack))).status).toBe(decides ? 200 : 403);
    const page = (await person.get('/admin/places/kati')).body;
    expect([page.includes('id="pack"'), page.includes('/admin/places/kati/pack')]).toEqual([reads, decides]);
    expect((await person.submit('/admin/places/kati/pack', { sure: 'yes', pack: shipped })).status).toBe(
      decides ? 303 : 403,
    );
    // Never outside the person's place.
    expect((await person.submit('/admin/places/bla/pack', { sure: 'yes', pack: shipped })).status).toBe(404);
    expect((await person.submit('/admin/places/ml/pack', { sure: 'yes', pack: shipped })).status).toBe(404);
  });

  it('of a stranger and of a phone that was never joined: none', async () => {
    const { stranger } = visitors();
    expect((await bring(stranger(), packText(adapted as Pack))).status).toBe(303);
    const answer = await server.inject({ url: `/api/sync/packs/${shipped}` });
    expect(answer.statusCode).toBe(401);
  });

  it('let a phone ask only for what is kept here', async () => {
    const phone = await visitors().aPhone('bla');
    for (const id of ['f'.repeat(64), '..', '%00', 'x'.repeat(300)]) {
      expect(await wireOf(phone).pack(encodeURIComponent(id)), id).toMatchObject({ kind: 'refused' });
    }
  });
});
