import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCountryWithFigures } from '../../test/figures/figures-country.ts';
import { indicatorsOfTests } from '../../test/figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { pageVisitors, textOf } from '../../test/test-pages.ts';
import { aMorning, managedApp } from '../../test/test-people.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
const clock = aMorning();

beforeAll(async () => {
  database = await testDatabase();
  await aCountryWithFigures(database);
  server = managedApp(database, clock, { indicators: indicatorsOfTests });
  visitors = pageVisitors(server, database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const around = (longitude: number, latitude: number) => [
  [longitude - 0.1, latitude - 0.1],
  [longitude + 0.1, latitude - 0.1],
  [longitude + 0.1, latitude + 0.1],
  [longitude - 0.1, latitude - 0.1],
];
const feature = (properties: object, longitude = -8, latitude = 12.4) => ({
  ...{ type: 'Feature', properties },
  geometry: { type: 'Polygon', coordinates: [around(longitude, latitude)] },
});
const layer = JSON.stringify({
  type: 'FeatureCollection',
  features: [feature({ code: 'C-siby' }, -8.33, 12.38), feature({ id: 'kalaban' }), feature({ code: 'C-paris' })],
});
const kept = async () =>
  (await database.db.selectFrom('place_outline').select('place_id').orderBy('place_id').execute()).map(
    ({ place_id }) => place_id,
  );

describe('outlines of places', () => {
  it('are tried first: what would get one, and what does not match with a cure', async () => {
    const district = await visitors.as('district', 'kati');
    const { status, body } = await district.submit('/admin/outlines', { geojson: layer, act: 'try' });
    expect(status).toBe(200);
    expect(textOf(body)).toContain("2 lieux recevraient leur contour. Rien n'a encore été changé.");
    expect(textOf(body)).toContain('Forme 3 : C-paris');
    expect(textOf(body)).toContain('Corrigez le code dans la couche');
    expect(await kept()).toEqual([]);
  });

  it('are kept, written down, and drawn under the points of a map without anything from outside', async () => {
    const district = await visitors.as('district', 'kati');
    const done = await district.submit('/admin/outlines', { geojson: layer, act: 'do' });
    expect(textOf(done.body)).toContain('2 contours sont gardés.');
    expect(await kept()).toEqual(['kalaban', 'siby']);
    const audit = await database.db.selectFrom('audit').select('act').where('place_id', '=', 'siby').execute();
    expect(audit.map(({ act }) => act)).toContain('place-outlined');
    const { body } = await district.get('/portal/places/kati/indicators/MAMI.IND.05?period=2026');
    expect(body.match(/<polygon class="outline"/g)).toHaveLength(2);
    expect(body.indexOf('<polygon')).toBeLessThan(body.indexOf('<circle class="spot'));
    expect(body).not.toMatch(/https?:\/\//);
  });

  it('with longitude and latitude turned round are not taken in, where it is known where the place is', async () => {
    const district = await visitors.as('district', 'kati');
    const turned = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature({ code: 'C-siby' }, 12.38, -8.33), feature({ code: 'C-kati' }, 12.4, -8)],
    });
    const { body } = await district.submit('/admin/outlines', { geojson: turned, act: 'try' });
    expect(textOf(body)).toContain('Aucun lieu ne recevrait de contour.');
    expect(textOf(body)).toContain('Forme 2 : C-kati Ce contour est loin des positions connues');
    expect(textOf(body)).toContain('En GeoJSON la longitude vient avant la latitude.');
  });

  it('of districts stand on the map of the country for a region that has none', async () => {
    const national = await visitors.as('national', 'ml');
    const country = async () =>
      (await national.get('/portal/places/ml/indicators/MAMI.IND.05?period=2026')).body.match(/<polygon/g)?.length ?? 0;
    const bring = (...codes: readonly string[]) =>
      national.submit('/admin/outlines', {
        geojson: JSON.stringify({
          type: 'FeatureCollection',
          features: codes.map((code) => feature({ code }, code === 'C-bla' ? -5.8 : -8)),
        }),
        act: 'do',
      });
    expect(await country()).toBe(0);
    await bring('C-kati', 'C-bla', 'C-kangaba');
    expect(await country()).toBe(3);
    await bring('C-koulikoro');
    expect(await country()).toBe(2);
    await database.db.deleteFrom('place_outline').where('place_id', 'not in', ['kalaban', 'siby']).execute();
  });

  it('are for those who may write places, each for hers', async () => {
    const programme = await visitors.as('programme', 'ml');
    expect((await programme.get('/admin/outlines')).status).toBe(403);
    expect((await programme.submit('/admin/outlines', { geojson: layer, act: 'do' })).status).toBe(403);
    const elsewhere = await visitors.as('district', 'bla');
    const { body } = await elsewhere.submit('/admin/outlines', { geojson: layer, act: 'do' });
    expect(textOf(body)).toContain('Aucun lieu ne recevrait de contour.');
    expect(textOf(body)).toContain('3 choses à corriger');
  });

  it('come as a chosen file too, which goes before what stands in the field', async () => {
    const district = await visitors.as('district', 'kati');
    const form = new FormData();
    form.set('chosen', new Blob([layer], { type: 'application/geo+json' }), 'kati.geojson');
    form.set('geojson', 'hello');
    form.set('act', 'try');
    const sent = new Response(form);
    const { status, body } = await district.ask('POST', '/admin/outlines', {
      headers: { 'content-type': sent.headers.get('content-type') ?? '' },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
    expect(status).toBe(200);
    expect(textOf(body)).toContain('2 lieux recevraient leur contour.');
  });

  it('that are no GeoJSON get a clear answer', async () => {
    const district = await visitors.as('district', 'kati');
    const { status, body } = await district.submit('/admin/outlines', { geojson: '<kml/>', act: 'do' });
    expect(status).toBe(200);
    expect(textOf(body)).toContain("Ce texte n'est pas du GeoJSON.");
  });
});
