/**
 * Checks that an outline is near its place: swapped longitude and latitude would stretch a map over half of Africa.
 * Pure.
 */
import type { Ring } from './read-geojson.ts';

export type Position = { readonly longitude: number; readonly latitude: number };

/** About a hundred kilometres, because positions and borders are never exact. */
const SLACK_DEGREES = 1;

/** Whether one of the positions is in or near the bounding box of the outline; `true` when there is none. */
export const liesNear = (rings: readonly Ring[], positions: readonly Position[]): boolean => {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of rings.flat()) {
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  }
  const isBetween = (value: number, low: number, high: number): boolean =>
    value >= low - SLACK_DEGREES && value <= high + SLACK_DEGREES;
  return (
    positions.length === 0 ||
    positions.some(({ longitude, latitude }) => isBetween(longitude, west, east) && isBetween(latitude, south, north))
  );
};
