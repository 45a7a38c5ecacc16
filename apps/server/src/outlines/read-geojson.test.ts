import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGeojson } from './read-geojson.ts';

const square = [
  [-8.2, 12.3],
  [-8.0, 12.3],
  [-8.0, 12.5],
  [-8.2, 12.3],
];
/** Its last point is not its first. */
const open = square.with(3, [-8.2, 12.4]);
const feature = (over: object = {}) => ({
  ...{ type: 'Feature', properties: { code: 'C-kati' }, geometry: { type: 'Polygon', coordinates: [square] } },
  ...over,
});
const read = (...features: readonly unknown[]) => readGeojson(JSON.stringify({ type: 'FeatureCollection', features }));
const told = ({ problems }: ReturnType<typeof readGeojson>) =>
  problems.map(({ number, problem }) => `${number} ${problem.en}`);

describe('outlines in GeoJSON', () => {
  it('are polygons and multipolygons, under their code, their id or their DHIS2 identifier', () => {
    const { features, problems } = read(
      feature(),
      feature({ id: 12, properties: null, geometry: { type: 'MultiPolygon', coordinates: [[square], [square]] } }),
      feature({ properties: { dhis2_uid: 'abcDEF12345' } }),
    );
    expect(problems).toEqual([]);
    expect(features.map(({ names, rings }) => [names[0], rings.length])).toEqual([
      ['C-kati', 1],
      ['12', 2],
      ['abcDEF12345', 1],
    ]);
  });

  it('that are no GeoJSON get a clear answer', () => {
    expect(told(readGeojson('hello'))).toEqual(['null This text is not GeoJSON.']);
    expect(told(readGeojson('{"type":"Feature"}'))).toEqual(['null This is not a “FeatureCollection”.']);
    expect(told(read())).toEqual(['null The file has no shape.']);
    expect(told(read(...Array.from({ length: 2001 }, () => feature())))).toEqual([
      'null There are more than 2,000 shapes.',
    ]);
    const long = Array.from({ length: 300_001 }, (_, at) => [(at % 300) / 10, 12]);
    expect(told(read(feature({ geometry: { type: 'Polygon', coordinates: [long] } })))).toEqual([
      'null There are more than 300,000 points.',
    ]);
  });

  it('say which shape is wrong, and keep the others', () => {
    const answer = read(
      feature({ geometry: { type: 'Point', coordinates: [0, 0] } }),
      feature({ geometry: { type: 'Polygon', coordinates: [square.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5])] } }),
      feature({ properties: { name: 'Kati' } }),
      feature({ geometry: { type: 'Polygon', coordinates: [open] } }),
      feature({ geometry: { type: 'MultiPolygon', coordinates: [[square], [square, open]] } }),
      feature(),
    );
    expect(told(answer)).toEqual([
      '1 This shape is not a closed outline.',
      '2 These coordinates are not degrees.',
      '3 It is not known which place this shape is of.',
      '4 A ring of this shape is not closed: its last point is not its first.',
      '5 A ring of this shape is not closed: its last point is not its first.',
    ]);
    expect(answer.features.map(({ number }) => number)).toEqual([6]);
  });

  it('whatever they are, are answered and never thrown at', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        const { features, problems } = readGeojson(`{"type":"FeatureCollection","features":[${json}]}`);
        expect(features.length + problems.length).toBe(1);
      }),
    );
  });
});
