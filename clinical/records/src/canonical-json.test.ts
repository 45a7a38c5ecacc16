import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isCanonicalText, type JsonValue, sameJson } from './canonical-json.ts';

const shuffleKeys = (value: JsonValue): JsonValue => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(shuffleKeys);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffleKeys(item)]),
  );
};

/** RFC 8785 implemented literally, key by key, without the fast path of `canonicalJson`. */
const keyByKey = (value: JsonValue): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(keyByKey).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${keyByKey(item)}`).join(',')}}`;
};

describe('canonical JSON', () => {
  it('sorts keys by code unit, at every depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [true, null], c: 'é' }, A: -0 })).toBe(
      '{"A":0,"a":{"c":"é","d":[true,null]},"b":1}',
    );
  });

  it('writes the sorting example of RFC 8785 §3.2.3', () => {
    const example = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect(Object.values(JSON.parse(canonicalJson(example)))).toEqual([4, 2, 6, 7, 1, 5, 3]);
  });

  it('leaves out what JSON leaves out, and refuses what JSON would change in silence', () => {
    const withHole: Record<string, JsonValue> = { a: 1 };
    Object.defineProperty(withHole, 'b', { value: undefined, enumerable: true });
    expect(canonicalJson(withHole)).toBe('{"a":1}');
    expect(() => canonicalJson({ weight_g: Number.NaN })).toThrow('not a JSON number');
  });

  it('refuses a number that JSON does not have at any depth, in an object whose keys are in order too', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => canonicalJson({ a: [1, { b: wrong }] })).toThrow('not a JSON number');
    }
  });

  it('gives, letter by letter, the text that is put together key by key', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, inOrder) => {
        const json = JSON.parse(JSON.stringify(value)) as JsonValue;
        const text = keyByKey(json);
        expect(canonicalJson(inOrder ? (JSON.parse(text) as JsonValue) : json)).toBe(text);
      }),
    );
  });

  it('gives the same text after a round trip through JSON and whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as JsonValue;
        const text = canonicalJson(json);
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
        expect(canonicalJson(shuffleKeys(json))).toBe(text);
        expect(sameJson(json, shuffleKeys(json))).toBe(true);
      }),
    );
  });

  it('is told from any other text of the same value', () => {
    const texts = (value: JsonValue): readonly string[] => [
      ...[canonicalJson(value), JSON.stringify(value), JSON.stringify(shuffleKeys(value))],
      ...[JSON.stringify(value, null, 1), ` ${canonicalJson(value)}`],
    ];
    const isRight = (text: string): void => {
      const read = JSON.parse(text) as JsonValue;
      // JavaScript puts integer-like keys first, in numeric order; for these texts `false` is allowed even if
      // canonical.
      const numbers = /"\d+":/.test(text);
      const right = canonicalJson(read) === text;
      expect(isCanonicalText(read, text), text).toBe(numbers ? isCanonicalText(read, text) && right : right);
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const text of texts(JSON.parse(JSON.stringify(value)) as JsonValue)) isRight(text);
      }),
    );
    for (const text of ['-0', '1.0', '1E3', '1e999', '"\\u00e9"', '{"a":1,"a":2}', '{"b":1,"a":2}', '{"10":1,"9":2}']) {
      if (text === '1e999') expect(isCanonicalText(JSON.parse(text), text)).toBe(false);
      else isRight(text);
    }
  });
});
