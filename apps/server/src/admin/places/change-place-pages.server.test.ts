import { beforeAll, describe, expect, it } from 'vitest';
import { managedPages } from '../../../test/managed-pages.ts';
import { locationOf, textOf } from '../../../test/test-pages.ts';
import type { Browser } from '../../../test/test-people.ts';
import { testPhone } from '../../../test/test-phone.ts';
import { makeJoinCode } from '../../devices/join-codes.ts';
import { placesAround } from '../../devices/places-around.ts';
import type { Role } from '../../people/roles.ts';

const management = managedPages();
const { clock } = management;
const HERE = '/admin/places/sanankoroba';

const pageText = async (browser: Browser, url = HERE): Promise<string> => textOf((await browser.get(url)).body);

const writtenDown = async (place: string) =>
  management.database.db
    .selectFrom('audit')
    .select(['actor', 'act', 'detail'])
    .where('place_id', '=', place)
    .where('act', 'like', 'place-%')
    .orderBy('position')
    .execute();

describe('whoever looks after a district', () => {
  it('gives a place another name, which is written down with the one before', async () => {
    const district = await management.visitors.as('district', 'kati');
    const done = await district.submit(`${HERE}/name`, { placeName: '  Sanankoroba-Centre ' });
    expect(locationOf(done)).toBe(`303 ${HERE}`);
    expect(await pageText(district)).toContain('Sanankoroba-Centre');
    await district.submit(`${HERE}/name`, { placeName: 'Sanankoroba-Centre' });
    expect(await writtenDown('sanankoroba')).toEqual([
      {
        ...{ actor: `account:${district.id}`, act: 'place-changed' },
        detail: { name: 'Sanankoroba-Centre', before: 'Sanankoroba' },
      },
    ]);
    for (const placeName of ['', '=1+1', 'x'.repeat(121)]) {
      const answer = await district.submit(`${HERE}/name`, { placeName });
      expect(answer.status).toBe(422);
      expect(textOf(answer.body)).toContain('Ces champs ne sont pas remplis comme il faut : Nom du lieu.');
    }
  });

  it('is told which field of a new place is not right by the name that it has there', async () => {
    const district = await management.visitors.as('district', 'kati');
    const answer = await district.submit('/admin/places/kati/places', { name: '', kind: 'health_centre' });
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('Ces champs ne sont pas remplis comme il faut : Nom du lieu.');
  });

  it('says how many people live there, year by year, and takes a year away', async () => {
    const district = await management.visitors.as('district', 'kati');
    const say = (year: string, people: string) => district.submit(`${HERE}/population`, { year, people });
    expect(await pageText(district)).toContain("Aucune année n'est encore notée.");
    expect(locationOf(await say('2025', '11 950'))).toBe(`303 ${HERE}`);
    await say('2026', '12 400');
    await say('2026', '12\u202f500');
    expect(await pageText(district)).toMatch(/2026 : 12.500 2025 : 11.950/);
    const kept = await management.database.db.selectFrom('place_population').selectAll().orderBy('year').execute();
    expect(kept).toEqual([
      { place_id: 'sanankoroba', year: 2025, population: 11_950 },
      { place_id: 'sanankoroba', year: 2026, population: 12_500 },
    ]);
    await say('2025', '');
    expect(await pageText(district)).not.toContain('2025 :');
    for (const [year, people] of [
      ['1789', '10'],
      ['2026', '-4'],
      ['2026', '1e9'],
      ['2026', '0'],
      ['2026', '99999999999'],
      ['vingt', '10'],
    ] as const) {
      expect((await say(year, people)).status, `${year} ${people}`).toBe(422);
    }
    const acts = (await writtenDown('sanankoroba')).filter(({ act }) => act === 'place-population');
    expect(acts.map(({ detail }) => detail)).toEqual([
      { year: 2025, people: 11_950 },
      { year: 2026, people: 12_400 },
      { year: 2026, people: 12_500 },
      { year: 2025, people: null },
    ]);
  });

  it('closes a place that no phone uses, and opens it again', async () => {
    const district = await management.visitors.as('district', 'kati');
    const url = '/admin/places/kalaban';
    const phone = await management.visitors.aPhone('kalaban');
    const around = async () => (await placesAround(management.database.db, 'sanankoroba')).map(({ id }) => id);
    expect(await around()).toContain('kalaban');
    expect(await pageText(district, `${url}/close`)).toContain('Fermer Kalaban ?');
    const refused = await district.submit(`${url}/close`, {});
    expect(refused.status).toBe(409);
    expect(textOf(refused.body)).toContain('Des téléphones servent encore ici.');
    await district.submit(`/admin/devices/${phone.id}/revoke`, {});
    const code = /<p class="code">([^<]+)</.exec((await district.submit(`${url}/join-codes`, {})).body)?.[1] ?? '';

    expect(locationOf(await district.submit(`${url}/close`, {}))).toBe(`303 ${url}`);
    expect(await pageText(district, url)).toContain('Fermé le 26/11/2026');
    expect(await pageText(district, '/admin/places')).toMatch(/Kalaban centre de santé · fermé · aucun téléphone/);
    expect(await around()).not.toContain('kalaban');
    expect((await district.submit(`${url}/join-codes`, {})).status).toBe(409);
    const asked = await management.server.inject({ method: 'POST', url: '/api/join-codes', payload: { code } });
    expect(asked.statusCode, 'a code that was made before').toBe(403);
    const late = await makeJoinCode(management.database.db, {
      place: 'kalaban',
      madeBy: 'test',
      now: clock.now,
    });
    expect((await (await testPhone(management.server, 'kalaban')).join(late)).statusCode).toBe(403);
    expect((await district.submit(`${url}/close`, {})).status).toBe(404);

    expect(locationOf(await district.submit(`${url}/reopen`, {}))).toBe(`303 ${url}`);
    await district.submit(`${url}/reopen`, {});
    expect(await around()).toContain('kalaban');
    expect((await district.submit(`${url}/join-codes`, {})).status).toBe(200);
    expect((await writtenDown('kalaban')).map(({ act }) => act)).toEqual(['place-closed', 'place-reopened']);
  });

  describe('with children in care', () => {
    const url = '/admin/places/dialakoroba';
    const step = (kind: string, subject: string, place = 'dialakoroba') => ({
      ...{ kind, subject, place, on: '2026-11-02', family: 'f', entry: 'e', attributes: {} },
    });
    const inCare = 'mami-in-care';
    beforeAll(async () => {
      const { db } = management.database;
      const centre = { parent_id: 'kati', kind: 'health_centre' as const, latitude: 12.4, longitude: -8 };
      for (const [id, name] of [
        ['dialakoroba', 'Dialakoroba'],
        ['siby', 'Siby'],
        ['bancoumana', 'Bancoumana'],
      ] as const) {
        const path = `ml/koulikoro/kati/${id}/`;
        await db
          .insertInto('place')
          .values({ ...centre, ...(id === 'siby' ? { latitude: 12.5 } : {}), id, name, path, code: id })
          .execute();
      }
      await db.updateTable('place').set({ closed_on: '2026-01-01' }).where('id', '=', 'bancoumana').execute();
      await management.visitors.aPhone('siby');
      const families = [
        // Twins, one of whom has left care.
        [step(inCare, 'a'), step(inCare, 'b'), step('mami-out-of-care', 'b')],
        // Returned after an exit.
        [step(inCare, 'c'), step('mami-out-of-care', 'c'), step(inCare, 'c')],
        [step(inCare, 'd'), step('mami-out-of-care', 'd')],
        // Seen here, in care elsewhere.
        [step(inCare, 'e', 'siby')],
        [step('mami-enrolled', 'f')],
      ];
      for (const [at, facts] of families.entries()) {
        await db
          .insertInto('family_summary')
          .values({
            ...{ place_id: 'dialakoroba', family: `f-${at}`, families: [`f-${at}`], entries: 1 },
            ...{ summary: 'null', facts: JSON.stringify(facts) },
          })
          .execute();
      }
      await db
        .insertInto('family_summary')
        .values({
          ...{ place_id: 'dialakoroba', family: 'f-null', families: ['f-null'], entries: 1 },
          ...{ summary: 'null', facts: 'null' },
        })
        .execute();
    });

    it('says how many and where they may go, and closes when told that this is known', async () => {
      const district = await management.visitors.as('district', 'kati');
      const page = await pageText(district, `${url}/close`);
      expect(page).toContain('2 enfants (2 familles)');
      expect(page).toMatch(/Siby centre de santé · 11 km à vol d'oiseau · 1 téléphone/);
      expect(page).toMatch(/Kalaban centre de santé · aucun téléphone/);
      expect(page).not.toContain('Bancoumana');
      for (const wrong of [{}, { inCare: '1-1' }, { inCare: '' }]) {
        const refused = await district.submit(`${url}/close`, wrong);
        expect([refused.status, textOf(refused.body)]).toEqual([409, expect.stringContaining('cochez la case')]);
      }
      expect(await writtenDown('dialakoroba')).toEqual([]);
      expect(locationOf(await district.submit(`${url}/close`, { inCare: '2-2' }))).toBe(`303 ${url}`);
      expect(await writtenDown('dialakoroba')).toEqual([
        {
          ...{ actor: `account:${district.id}`, act: 'place-closed' },
          detail: { inCare: { families: 2, children: 2 } },
        },
      ]);
      await district.submit(`${url}/reopen`, {});
    });

    it('tells whoever does not read the register no small number', async () => {
      const administrator = await management.visitors.as('administrator', 'kati');
      const { body } = await administrator.get(`${url}/close`);
      expect(textOf(body)).toContain('moins de 5 enfants');
      expect(body).not.toContain('2-2');
      expect((await administrator.submit(`${url}/close`, { inCare: '2-2' })).status).toBe(409);
      expect((await administrator.submit(`${url}/close`, { inCare: 'few' })).status).toBe(303);
      await administrator.submit(`${url}/reopen`, {});
    });

    it('says of a place without any that nobody is', async () => {
      const district = await management.visitors.as('district', 'kati');
      expect(await pageText(district, '/admin/places/siby/close')).toContain("Personne n'est suivi ici.");
    });
  });

  it('closes no district with open centres in it', async () => {
    const region = await management.visitors.as('region', 'segou');
    const answer = await region.submit('/admin/places/segou/close', {});
    expect([answer.status, textOf(answer.body)]).toEqual([409, expect.stringContaining('Fermez-les d')]);
    await region.submit('/admin/places/bla/close', {});
    expect((await region.submit('/admin/places/segou/close', {})).status).toBe(303);
  });

  it('opens nothing in a closed place, nor adds to it, before that one is open again', async () => {
    const country = await management.visitors.as('national', 'ml');
    const add = () => country.submit('/admin/places/segou/places', { name: 'Ségou-Ville', kind: 'district' });
    expect(await pageText(country, '/admin/places/segou')).not.toContain('Ajouter');
    for (const [answer, said] of [
      [await country.submit('/admin/places/bla/reopen', {}), 'Ce lieu se trouve dans un lieu fermé.'],
      [await add(), 'Ce lieu est fermé. Rouvrez-le d'],
    ] as const) {
      expect([answer.status, textOf(answer.body)]).toEqual([409, expect.stringContaining(said)]);
    }
    expect((await country.submit('/admin/places/segou/reopen', {})).status).toBe(303);
    expect((await country.submit('/admin/places/bla/reopen', {})).status).toBe(303);
    expect((await add()).status).toBe(303);
  });
});

const forms = [
  ['name', { placeName: 'Autre' }],
  ['population', { year: '2024', people: '5' }],
  ['close', {}],
  ['reopen', {}],
] as const;

it.each<readonly [Role, string, number]>([
  ['health_worker', 'sanankoroba', 403],
  ['supervisor', 'sanankoroba', 403],
  ['programme', 'ml', 403],
  ['district', 'bla', 404],
  ['network', 'ml', 404],
])('a %s of %s changes no place of another, and is offered nothing of it', async (role, place, status) => {
  const somebody = await management.visitors.as(role, place);
  const before = await management.database.db.selectFrom('place').selectAll().where('id', '=', 'sanankoroba').execute();
  for (const [what, fields] of forms) {
    expect((await somebody.submit(`${HERE}/${what}`, fields)).status, what).toBe(status);
  }
  expect((await somebody.get(`${HERE}/close`)).status).toBe(status);
  expect((await somebody.get(HERE)).body).not.toMatch(/\/(name|population|close|reopen)"/);
  expect(
    await management.database.db.selectFrom('place').selectAll().where('id', '=', 'sanankoroba').execute(),
  ).toEqual(before);
});
