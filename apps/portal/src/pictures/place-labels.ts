/**
 * Which names fit beside their points: each is placed on a side where it covers neither a point nor another name. Pure.
 */

export type Point = { readonly x: number; readonly y: number; readonly name: string };

export type Label = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Width and height of a letter on a phone, where letters are largest. */
const [LETTER, HIGH] = [8.2, 15] as const;

/**
 * A label for each point; `null`: there is no room for its name. Isolated points are labelled before those in a crowd.
 */
export const placeLabels = (
  points: readonly Point[],
  { radius, width, height }: { readonly radius: number; readonly width: number; readonly height: number },
): readonly (Label | null)[] => {
  const taken: Box[] = points.map(({ x, y }) => around(x, y, radius));
  const labels = new Map<Point, Label>();
  const nearest = new Map(points.map((one) => [one, nearestTo(one, points)]));
  for (const point of points.toSorted((a, b) => (nearest.get(b) ?? 0) - (nearest.get(a) ?? 0))) {
    for (const { label, box } of sides(point, radius)) {
      const isInside = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
      if (!isInside || taken.some((other) => overlaps(box, other))) continue;
      labels.set(point, label);
      taken.push(box);
      break;
    }
  }
  return points.map((point) => labels.get(point) ?? null);
};

const nearestTo = (one: Point, points: readonly Point[]): number => {
  let least = Number.POSITIVE_INFINITY;
  for (const other of points) if (other !== one) least = Math.min(least, Math.hypot(other.x - one.x, other.y - one.y));
  return least;
};

const sides = ({ x, y, name }: Point, radius: number): readonly { readonly label: Label; readonly box: Box }[] => {
  const wide = name.length * LETTER;
  const away = radius + 4;
  const box = (left: number, base: number): Box => ({
    left,
    right: left + wide,
    top: base - HIGH + 2,
    bottom: base + 2,
  });
  return [
    { label: { x, y: y - away, anchor: 'middle' }, box: box(x - wide / 2, y - away) },
    { label: { x, y: y + away + 11, anchor: 'middle' }, box: box(x - wide / 2, y + away + 11) },
    { label: { x: x + away, y: y + 4, anchor: 'start' }, box: box(x + away, y + 4) },
    { label: { x: x - away, y: y + 4, anchor: 'end' }, box: box(x - away - wide, y + 4) },
  ];
};

const around = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
