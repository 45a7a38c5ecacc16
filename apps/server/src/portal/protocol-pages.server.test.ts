import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { ministryProtocol, packOfProtocol, shippedProtocol } from '../../test/test-packs.ts';
import { locationOf, pageVisitors, textOf } from '../../test/test-pages.ts';
import { aCountry, aMorning, managedApp } from '../../test/test-people.ts';
import { keepPack, keepShippedPack } from '../packs/keep-pack.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
let shipped: string;
let adapted: string;
const clock = aMorning();

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  shipped = await keepShippedPack(database.db, shippedProtocol(), clock.now);
  const ministry = ministryProtocol(-2.5);
  const pack = await packOfProtocol(ministry);
  await keepPack(database.db, pack, ministry, { by: null, at: clock.now });
  adapted = pack.id;
  await database.db
    .insertInto('place_pack')
    .values({ place_id: 'bla', pack_id: adapted, given_by: 'test', given_at: clock.now })
    .execute();
  server = managedApp(database, clock, { shippedPack: shipped });
  visitors = pageVisitors(server, database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

describe('the protocol of a place', () => {
  it('opens on its chapters, with what awaits approval said first', async () => {
    const reader = await visitors.as('programme', 'ml');
    expect(locationOf(await reader.get('/portal/protocol'))).toContain('303 /portal/places/ml/protocol?');
    const text = textOf((await reader.get('/portal/places/kati/protocol')).body);
    expect(text).toContain('venu avec Denba');
    expect(text).toContain("Aucun clinicien n'a encore validé");
    expect(text).toMatch(/[\d\s]+ éléments sur [\d\s]+ sont à valider/);
    expect(text).toContain('Classe du couple mère-nourrisson 12 règles');
    const english = textOf((await reader.get('/portal/places/kati/protocol?lang=en')).body);
    expect(english).toMatch(/Class of the mother–infant pair 12 rules/);
  });

  it('is the one that the place works by, in each chapter', async () => {
    const reader = await visitors.as('national', 'ml');
    const text = textOf((await reader.get('/portal/places/bla/protocol')).body);
    expect(text).toContain('Choisi pour : Bla');
    expect(text).toContain(adapted.slice(0, 8));
    const cutOffs = /(\d+)\?[^"]*">Seuils/.exec((await reader.get('/portal/places/bla/protocol')).body)?.[1];
    const chapter = textOf((await reader.get(`/portal/places/bla/protocol/${cutOffs}`)).body);
    expect(/Poids.âge \(P.A\) bas : [^:]*z/.exec(chapter)?.[0]).toMatch(/^Poids.âge \(P.A\) bas : sous −2,50 z/);
    expect(
      chapter.includes("Limites d'une adaptation : −3,00\u00a0z – −1,00\u00a0z") ||
        chapter.includes('adaptation : −3,00 z – −1,00 z'),
    ).toBe(true);
  });

  it('never lets what awaits approval speak in the name of a source', async () => {
    const reader = await visitors.as('national', 'ml');
    const { body } = await reader.get('/portal/places/kati/protocol/all');
    const own = body.match(/<p class="standing default">.*?<\/p>/gs) ?? [];
    expect(own.length).toBeGreaterThan(100);
    expect(own.every((one) => textOf(one).trim() === 'à valider')).toBe(true);
    expect(body).toContain('id="MAMI.DT.05.01"');
  });

  it('is compared with another one in clinical words, and says when the place does not work by it', async () => {
    const reader = await visitors.as('supervisor', 'kati');
    const { body } = await reader.get(`/portal/places/kati/protocol?pack=${adapted}&against=${shipped}`);
    expect(textOf(body)).toContain('Kati ne travaille pas avec ce protocole.');
    const last = /protocol\/(\d+)\?[^"]*">Ce qui change/.exec(body)?.[1];
    const changes = await reader.get(`/portal/places/kati/protocol/${last}?pack=${adapted}&against=${shipped}`);
    expect(textOf(changes.body)).toMatch(/sous −2 → −2,5/);
  });

  it('is not shown of places that are not hers, nor when nobody knows it', async () => {
    const worker = await visitors.as('health_worker', 'sanankoroba');
    expect((await worker.get('/portal/places/bla/protocol')).status).toBe(404);
    for (const page of ['0', '99', 'x', '1e0', 'all?pack=x', `1?pack=${'0'.repeat(64)}`]) {
      expect((await worker.get(`/portal/places/sanankoroba/protocol/${page}`)).status, page).toBe(404);
    }
  });
});

describe('a case that is tried', () => {
  const infant = {
    ...{ 'known.sex': 'F', 'known.birth_date': '2026-09-30', 'answer.visit_date': '2026-11-25' },
    ...{ 'answer.weight_g': '3700', 'answer.length_cm': '52', 'answer.muac_mm': '118' },
  };
  const signs = { 'answer.d_feed': 'none', 'answer.d_convulsion': 'yes' };

  it('starts with nothing known, and takes nothing for normal', async () => {
    const reader = await visitors.as('programme', 'ml');
    const page = await reader.get('/portal/places/kati/protocol/try');
    expect(page.status).toBe(200);
    expect(page.body).toContain('name="answer.d_feed"');
    const empty = textOf((await reader.submit('/portal/places/kati/protocol/try', { 'known.sex': '' })).body);
    expect(empty).toMatch(/Incomplet/);
    expect(empty).toMatch(/Il manque \d+ réponses/);
  });

  it('is concluded with reasons, values, sources and what is missing', async () => {
    const reader = await visitors.as('programme', 'ml');
    const { status, body } = await reader.submit('/portal/places/kati/protocol/try', { ...infant, ...signs });
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toMatch(/Risque élevé/);
    expect(text).toMatch(/convulsions pendant cette maladie/);
    expect(text).toMatch(/MAMI\.DT\.\d\d\.\d\d/);
    expect(text).toMatch(/P\/A −2,\d+.z, sous le seuil/);
    expect(body).toContain('value="3700"');
  });

  it('says at the field which answer is not possible, and takes signs that were looked for as not there', async () => {
    const reader = await visitors.as('programme', 'ml');
    const first = await reader.submit('/portal/places/kati/protocol/try', { ...infant, 'answer.weight_g': '37' });
    expect(first.body).toContain('id="answer.weight_g-problem"');
    const group = /name="none\.([^"]+)"/.exec(first.body)?.[1] ?? '';
    const before = first.body.match(/value="no" selected/g)?.length ?? 0;
    const swept = await reader.submit('/portal/places/kati/protocol/try', { ...infant, [`none.${group}`]: 'yes' });
    expect(swept.body.match(/value="no" selected/g)?.length ?? 0).toBeGreaterThan(before);
  });

  it('stands in no address', async () => {
    const reader = await visitors.as('programme', 'ml');
    const { body } = await reader.get('/portal/places/kati/protocol/try');
    expect(body).toMatch(/<form method="post" action="\/portal\/places\/kati\/protocol\/try[^"]*" class="case">/);
  });
});
