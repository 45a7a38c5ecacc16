import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

const room = { radius: 8, width: 360, height: 360 };

describe('the names of a map', () => {
  it('all stand where there is room', () => {
    const labels = placeLabels(
      [
        { x: 100, y: 100, name: 'Siby' },
        { x: 200, y: 200, name: 'Kati' },
      ],
      room,
    );
    expect(labels.map((label) => label?.anchor)).toEqual(['middle', 'middle']);
  });

  it('never cover each other nor go over the edge, however many there are', () => {
    const arbitraryPoint = fc.record({
      x: fc.integer({ min: 40, max: 320 }),
      y: fc.integer({ min: 40, max: 320 }),
      name: fc.constantFrom('Siby', 'Sanankoroba', 'Kalabancoro Héréma'),
    });
    fc.assert(
      fc.property(fc.array(arbitraryPoint, { minLength: 2, maxLength: 40 }), (points) => {
        const boxes = placeLabels(points, room).flatMap((label, at) => {
          if (label === null) return [];
          const wide = (points[at]?.name.length ?? 0) * 6.7;
          const left = label.x - (label.anchor === 'middle' ? wide / 2 : label.anchor === 'end' ? wide : 0);
          return [{ left, right: left + wide, base: label.y }];
        });
        for (const [at, one] of boxes.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(360);
          for (const other of boxes.slice(at + 1)) {
            const isApart = one.right <= other.left || other.right <= one.left || Math.abs(one.base - other.base) >= 11;
            expect(isApart).toBe(true);
          }
        }
      }),
    );
  });
});
