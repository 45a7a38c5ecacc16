/**
 * Reads outlines from a GeoJSON text (RFC 7946), or says in words what is wrong with it. Pure. Accepts only a
 * `FeatureCollection` of `Polygon` and `MultiPolygon`, longitude before latitude. Holes are drawn as rings too.
 */
import * as v from 'valibot';
import { type OutlineProblem, outlineProblem } from './outline-words.ts';

export type Ring = readonly (readonly [longitude: number, latitude: number])[];

export type OutlineFeature = {
  /** Position in the file, from 1. */
  readonly number: number;
  /** Possible identifiers of the place: code, id, DHIS2 identifier. */
  readonly names: readonly string[];
  readonly rings: readonly Ring[];
};

export type ReadOutlines = {
  readonly features: readonly OutlineFeature[];
  readonly problems: readonly OutlineProblem[];
};

export const MOST_GEOJSON_BYTES = 8 * 1024 * 1024;
const MOST_FEATURES = 2_000;
const MOST_POINTS = 300_000;

export const readGeojson = (text: string): ReadOutlines => {
  const json = parsed(text.replace(/^\uFEFF/, ''));
  if (json === undefined) return failed('not-json');
  const collection = v.safeParse(collectionShape, json);
  if (!collection.success) return failed('not-collection');
  if (collection.output.features.length === 0) return failed('empty');
  if (collection.output.features.length > MOST_FEATURES) return failed('too-many');
  const features: OutlineFeature[] = [];
  const problems: OutlineProblem[] = [];
  let points = 0;
  for (const [at, given] of collection.output.features.entries()) {
    const number = at + 1;
    const feature = v.safeParse(featureShape, given);
    if (!feature.success) {
      problems.push(outlineProblem('not-polygon', number));
      continue;
    }
    const { geometry, properties, id } = feature.output;
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const plain = rings.map((ring): Ring => ring.map(([longitude, latitude]) => [longitude, latitude]));
    points += plain.reduce((sum, ring) => sum + ring.length, 0);
    if (points > MOST_POINTS) return failed('too-many-points');
    if (!plain.every(isClosed)) {
      problems.push(outlineProblem('not-closed', number));
      continue;
    }
    if (!plain.flat().every(([longitude, latitude]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      problems.push(outlineProblem('not-degrees', number));
      continue;
    }
    const said = [id, ...nameProperties.map((name) => properties?.[name])];
    const names = said.flatMap((one) =>
      typeof one === 'string' || typeof one === 'number' ? [String(one).trim()].filter((name) => name !== '') : [],
    );
    if (names.length === 0) problems.push(outlineProblem('no-name', number));
    else features.push({ number, names, rings: plain });
  }
  return { features, problems };
};

const nameProperties = ['code', 'id', 'dhis2_uid', 'dhis2Uid', 'uid'] as const;

const position = v.pipe(
  v.array(v.pipe(v.number(), v.finite())),
  v.minLength(2),
  v.transform(([longitude = 0, latitude = 0]) => [longitude, latitude] as const),
);
const ring = v.pipe(v.array(position), v.minLength(4));
const polygon = v.pipe(v.array(ring), v.minLength(1));
const collectionShape = v.object({ type: v.literal('FeatureCollection'), features: v.array(v.unknown()) });
const featureShape = v.object({
  type: v.literal('Feature'),
  id: v.optional(v.unknown()),
  properties: v.nullish(v.record(v.string(), v.unknown())),
  geometry: v.variant('type', [
    v.object({ type: v.literal('Polygon'), coordinates: polygon }),
    v.object({ type: v.literal('MultiPolygon'), coordinates: v.pipe(v.array(polygon), v.minLength(1)) }),
  ]),
});

/** Its first and last positions are the same (RFC 7946, 3.1.6). */
const isClosed = (points: Ring): boolean => {
  const [first, last] = [points[0], points.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const failed = (what: Parameters<typeof outlineProblem>[0]): ReadOutlines => ({
  features: [],
  problems: [outlineProblem(what, null)],
});
