import { decodeColumn } from '@denba/growth/compact-column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeColumn } from './encode-column.ts';

describe('encoding a column of printed figures', () => {
  it('decodes to the numbers that were printed, whatever they are', () => {
    const printed = fc.array(
      fc
        .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 5 }))
        .map(([integer, decimals]) => (integer / 10 ** decimals).toFixed(decimals)),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(printed, (column) => {
        expect([...decodeColumn(encodeColumn(column), column.length)].map((x) => x + 0)).toEqual(
          column.map((text) => Number(text) + 0),
        );
      }),
    );
  });

  it('writes a figure that does not change once', () => {
    expect(encodeColumn(['1', '1', '1', '1', '1', '1']).values.length).toBeLessThanOrEqual(1);
  });

  it('refuses what is not a plain decimal', () => {
    expect(() => encodeColumn(['1.2', 'NA'])).toThrow('not a plain decimal: NA');
  });
});
