import { describe, expect, it } from 'vitest';
import { managedPages } from '../../test/managed-pages.ts';
import { aPerson, type Browser, browserOf } from '../../test/test-people.ts';
import type { Role } from '../people/roles.ts';
import type { Imported } from './import-places.ts';

const site = managedPages();
const { clock } = site;

const as = async (role: Role, place: string): Promise<Browser> =>
  browserOf(site.server, site.database, clock, (await aPerson(site.database, [role, place])).id);
const listed = async (browser: Browser) =>
  ((await browser.get('/api/places')).json() as { readonly places: readonly { readonly id: string }[] }).places;
const take = async (browser: Browser, csv: string, dryRun = false): Promise<Imported> =>
  (await browser.post('/api/places/import', { csv, dryRun })).json() as Imported;
const audited = async (place: string) =>
  (await site.database.db.selectFrom('audit').select('act').where('place_id', '=', place).execute()).map(
    ({ act }) => act,
  );
const byCode = (code: string) =>
  site.database.db.selectFrom('place').selectAll().where('code', '=', code).executeTakeFirst();

const HEADER = 'code,name,kind,parent_code,dhis2_uid,latitude,longitude';

describe('the list of places', () => {
  it('shows hers and what lies below, as a tree, and nothing else', async () => {
    expect(await listed(await as('district', 'kati'))).toMatchObject([
      { id: 'kati', depth: 0, phones: 0, lastContact: null },
      { id: 'kalaban', depth: 1 },
      { id: 'sanankoroba', depth: 1 },
    ]);
    expect((await listed(await as('national', 'ml'))).map(({ id }) => id)).toEqual([
      'ml',
      'koulikoro',
      'kati',
      'kalaban',
      'sanankoroba',
      'segou',
      'bla',
    ]);
    expect(await listed(await as('network', 'ml'))).toEqual([]);
  });

  it('counts phones that were not revoked, and the last time that one was heard', async () => {
    const key = { public_key: Buffer.alloc(65), facility: 'bla' };
    const device = { ...key, name: 'x', joined_at: clock.now, clock_off_ms: null };
    for (const [id, last, revoked] of [
      ['p1', '2026-11-20T10:00:00.000Z', null],
      ['p2', '2026-11-25T10:00:00.000Z', null],
      ['p3', '2026-11-26T08:00:00.000Z', clock.now],
    ] as const) {
      const own = { id, place_id: 'bla', token_hash: Buffer.from(id), last_seen_at: new Date(last) };
      const gone = { revoked_at: revoked, revoked_by: null };
      await site.database.db
        .insertInto('device')
        .values({ ...device, ...own, ...gone })
        .execute();
    }
    expect(await listed(await as('supervisor', 'bla'))).toMatchObject([
      { id: 'bla', phones: 2, lastContact: '2026-11-25T10:00:00.000Z' },
    ]);
  });
});

describe('a new place', () => {
  it('lies where it was put, has a code, and is written down', async () => {
    const browser = await as('district', 'kati');
    const made = await browser.post('/api/places', { parent: 'kati', kind: 'health_centre', name: 'Ouélessébougou' });
    expect(made.status).toBe(201);
    const place = made.json() as { readonly id: string; readonly path: string; readonly code: string };
    expect(place.path).toBe(`ml/koulikoro/kati/${place.id}/`);
    expect(place.code).toMatch(/^[A-Z]{6}$/);
    expect(await audited(place.id)).toEqual(['place-created']);
  });

  it.each([
    ['in a place that she does not see', { parent: 'bla' }, 404, 'not-found'],
    ['nowhere', { parent: 'nowhere' }, 404, 'not-found'],
    ['of a kind that cannot lie there', { kind: 'region' }, 422, 'wrong-kind'],
    ['with a code that is taken', { code: 'C-bla' }, 409, 'code-taken'],
    ['of an unknown kind', { kind: 'village' }, 400, 'not-understood'],
    ['without a name', { name: '  ' }, 400, 'not-understood'],
    ['with a name like a formula', { name: '=HYPERLINK("http://evil")' }, 400, 'not-understood'],
    ['with a number for a name', { name: 12 }, 400, 'not-understood'],
  ])('is not made %s', async (_what, wrong, status, code) => {
    const browser = await as('district', 'kati');
    const right = { parent: 'kati', kind: 'health_centre', name: 'Ouélessébougou', code: 'C-new' };
    const answer = await browser.post('/api/places', { ...right, ...wrong });
    expect([answer.status, answer.json()]).toMatchObject([status, { code }]);
  });

  it('is not made by somebody who only sees places', async () => {
    const browser = await as('supervisor', 'kati');
    const answer = await browser.post('/api/places', { parent: 'kati', kind: 'site', name: 'x' });
    expect(answer.json()).toMatchObject({ code: 'not-allowed' });
  });
});

describe('a list of places taken in', () => {
  it('is tried first, then done whole: parents may come later in the file, and a French Excel wrote it', async () => {
    const browser = await as('national', 'ml');
    const csv = [
      '\uFEFFcode;name;kind;parent_code;dhis2_uid;latitude;longitude',
      'S1;"Sikoro, site ""A""";site;D1;;12,65;−8,0',
      'D1;Banamba;district;R1;;;',
      'R1;Nouvelle région;region;C-ml;aBcdefghij1;;',
      'C-bla;Bla ville;district;C-segou;;;',
      '',
    ].join('\r\n');
    expect(await take(browser, csv, true)).toEqual({
      ...{ done: false, created: 3, updated: 1, unchanged: 0, problems: [] },
    });
    expect(await byCode('D1')).toBeUndefined();
    expect(await take(browser, csv)).toMatchObject({ done: true, created: 3, updated: 1 });
    const site = await byCode('S1');
    expect(site).toMatchObject({ name: 'Sikoro, site "A"', kind: 'site', latitude: 12.65, longitude: -8 });
    expect(site?.path).toMatch(/^ml\/[\w-]{36}\/[\w-]{36}\/[\w-]{36}\/$/);
    expect(await byCode('C-bla')).toMatchObject({ id: 'bla', name: 'Bla ville' });
    expect(await audited('bla')).toContain('place-changed');
    expect(await audited(site?.id ?? '')).toEqual(['place-created']);
    expect(await take(browser, csv)).toMatchObject({ done: true, created: 0, updated: 0, unchanged: 4 });
  });

  it.each([
    ['code', 'without a code', ',Nom,site,C-kati,,,'],
    ['code', 'with a code of signs', '=1+1,Nom,site,C-kati,,,'],
    ['name', 'without a name', 'X,,site,C-kati,,,'],
    ['kind', 'of an unknown kind', 'X,Nom,village,C-kati,,,'],
    ['parent_code', 'in an unknown place', 'X,Nom,site,nowhere,,,'],
    ['parent_code', 'in a place of others', 'X,Nom,site,C-bla,,,'],
    ['parent_code', 'in no place', 'X,Nom,site,,,,'],
    ['parent_code', 'in itself', 'X,Nom,site,X,,,'],
    ['parent_code', 'in a smaller place', 'X,Nom,district,C-kati,,,'],
    ['parent_code', 'that would move', 'C-kalaban,Kalaban,health_centre,C-sanankoroba,,,'],
    ['kind', 'that would be another kind', 'C-kalaban,Kalaban,hospital,C-kati,,,'],
    ['code', 'of others', 'C-bla,Bla,district,C-segou,,,'],
    ['dhis2_uid', 'with a wrong DHIS2 identifier', 'X,Nom,site,C-kati,1234,,'],
    ['latitude', 'with a latitude beyond the pole', 'X,Nom,site,C-kati,,91,'],
    ['longitude', 'with a longitude in words', 'X,Nom,site,C-kati,,,ouest'],
  ])('says the line, the column (%s), the problem and the remedy of a place %s', async (column, _what, line) => {
    const browser = await as('district', 'kati');
    const { done, problems } = await take(browser, `${HEADER}\nC-kalaban,Kalaban,health_centre,C-kati,,,\n${line}\n`);
    expect(done).toBe(false);
    // A line that repeats an earlier one is reported for that as well.
    expect(problems.filter((one) => one.column === column)).not.toEqual([]);
    for (const problem of problems) {
      expect(problem).toMatchObject({
        line: 3,
        problem: { fr: expect.any(String) },
        remedy: { en: expect.any(String) },
      });
    }
  });

  it.each([
    ['empty', '', 1],
    ['without its columns', 'nom,code\nx,y\n', 1],
    ['with a quote that is never closed', `${HEADER}\nX,"Nom,site,C-kati,,,\n`, 1],
    ['with a column of its own', `${HEADER},couleur\n`, 1],
    ['with a line that is too long', `${HEADER}\n\nX,Nom,site,C-kati,,,,,trop\n`, 3],
  ])('says of a file %s where it is wrong', async (_what, csv, line) => {
    const { done, problems } = await take(await as('district', 'kati'), csv);
    expect(done).toBe(false);
    expect(problems[0]).toMatchObject({ line });
  });

  it('of two lines does neither when one is wrong', async () => {
    const browser = await as('district', 'kati');
    await take(browser, `${HEADER}\nGOOD,Nom,site,C-kati,,,\nBAD,Nom,village,C-kati,,,\n`);
    expect(await byCode('GOOD')).toBeUndefined();
  });

  it('is not for somebody who only sees places, nor in other shapes', async () => {
    const csv = `${HEADER}\n`;
    const seeing = await as('supervisor', 'kati');
    expect((await seeing.post('/api/places/import', { csv, dryRun: true })).status).toBe(403);
    const browser = await as('district', 'kati');
    expect((await browser.post('/api/places/import', { csv: 1, dryRun: true })).status).toBe(400);
    expect((await browser.post('/api/places/import', { csv })).status).toBe(400);
    const large = { csv: 'x'.repeat(5 * 1024 * 1024), dryRun: true };
    expect([400, 413]).toContain((await browser.post('/api/places/import', large)).status);
  });
});

describe('a list of places', () => {
  it('says how many people live there, year by year; an empty cell leaves what is noted', async () => {
    const browser = await as('national', 'ml');
    const head = 'code,name,kind,parent_code,population_2025,Population_2026\n';
    const row = (people: string) => `${head}C-pop,Pop,health_centre,C-kati,${people}\n`;
    const kept = async () => {
      const rows = await site.database.db
        .selectFrom('place_population')
        .innerJoin('place', 'place.id', 'place_population.place_id')
        .select(['year', 'population'])
        .where('code', '=', 'C-pop')
        .orderBy('year')
        .execute();
      return rows.map(({ year, population }) => `${year} ${population}`);
    };
    expect(await take(browser, row('11 950,'))).toMatchObject({ done: true, created: 1 });
    expect(await take(browser, row(',12\u202f400'))).toMatchObject({ done: true, updated: 1 });
    expect(await take(browser, row(','))).toMatchObject({ done: true, updated: 0, unchanged: 1 });
    expect(await kept()).toEqual(['2025 11950', '2026 12400']);
    const out = (await browser.get('/api/places/export')).body;
    expect(out).toContain('longitude,population_2025,population_2026\n');
    expect(out).toContain('C-pop,Pop,health_centre,C-kati,,,,11950,12400\n');
    for (const wrong of ['0,', '-4,', '1e9,', 'vingt,', '99999999999,', '12.5,']) {
      expect(await take(browser, row(wrong)), wrong).toMatchObject({
        done: false,
        problems: [{ line: 2, column: 'population_2025', problem: { en: 'This is not a number of people.' } }],
      });
    }
  });

  it('puts nothing into a place that is closed', async () => {
    const browser = await as('national', 'ml');
    await site.database.db.updateTable('place').set({ closed_on: '2026-11-01' }).where('id', '=', 'bla').execute();
    const csv = 'code,name,kind,parent_code\nC-neuf,Neuf,health_centre,C-bla\n';
    expect(await take(browser, csv)).toMatchObject({
      done: false,
      problems: [{ line: 2, column: 'parent_code', problem: { fr: 'Le lieu qui le contient est fermé.' } }],
    });
    await site.database.db.updateTable('place').set({ closed_on: null }).where('id', '=', 'bla').execute();
  });
});

describe('the list of places handed out', () => {
  it.each([
    ['district', 'kati'],
    ['national', 'ml'],
  ] as const)('to the %s, taken in again, changes nothing', async (role, place) => {
    const browser = await as(role, place);
    const csv = await browser.get('/api/places/export');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const count = csv.body.trimEnd().split('\n').length - 1;
    expect(count).toBe((await listed(browser)).length);
    expect(await take(browser, csv.body)).toEqual({
      ...{ done: true, created: 0, updated: 0, unchanged: count, problems: [] },
    });
  });
});
