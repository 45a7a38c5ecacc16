import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stop } from '../command-line/failure.ts';
import { jsonErrorPosition } from './json-error-position.ts';
import { readEntry } from './read-entry.ts';

const placeOf = (text: string) => {
  try {
    readEntry('e.json', text);
  } catch (error) {
    if (error instanceof Stop) return error.failure.place;
    throw error;
  }
  return 'read';
};

describe('an entry', () => {
  it('gives its answers, with the day on which it happened', () => {
    expect(readEntry('e', '{"form":"x","occurredOn":"2026-03-01","answers":{"sex":"F"}}')).toEqual({
      visit_date: '2026-03-01',
      sex: 'F',
    });
  });

  it('may say its own visit date, or be the answers alone, with or without a byte-order mark', () => {
    expect(readEntry('e', '{"occurredOn":"2026-03-01","answers":{"visit_date":"2026-02-28"}}')).toEqual({
      visit_date: '2026-02-28',
    });
    expect(readEntry('e', '\uFEFF{"sex":"M"}')).toEqual({ sex: 'M' });
  });

  it.each(['[]', '"text"', '12', 'null', '{"answers":3}'])('is not %s', (text) =>
    expect(placeOf(text)).toEqual({ file: 'e.json' }),
  );
});

describe('broken JSON', () => {
  it.each([
    ['', 1, 1],
    ['{\n  "sex": "F",\n  "age"\n}', 4, 1],
    ['{"a": 1,}', 1, 9],
    ['{"a": tru}', 1, 7],
    ['{"a": [1, 2}', 1, 12],
    ['{"a": 01}', 1, 8],
    ["{'a': 1}", 1, 2],
    ['{"a": 1', 1, 8],
    ['{"a": 1} x', 1, 10],
  ])('%j breaks at line %d, column %d', (text, line, column) =>
    expect(placeOf(text)).toEqual({ file: 'e.json', line, column: String(column) }),
  );

  it('is found inside the text, and only in broken texts', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonErrorPosition(text)).toBe(text.length);
      }),
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const broken = text.slice(0, cut % (text.length + 1));
        const at = jsonErrorPosition(broken);
        expect(at >= 0 && at <= broken.length).toBe(true);
      }),
    );
  });
});
