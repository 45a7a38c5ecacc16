import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storableJson } from './storable-json.ts';

describe('JSON for PostgreSQL', () => {
  it.each([
    ['a NUL', 'a\0b', 'ab'],
    ['the first half of a character', 'a\ud83d', 'a\ufffd'],
    ['the second half', '\udc4ab', '\ufffdb'],
    ['a whole one', '\u{1F44A}', '\u{1F44A}'],
    ['a backslash before what looks like one', '\\ud83d \\u0000', '\\ud83d \\u0000'],
    ['a line end', 'a\nb"c"\t', 'a\nb"c"\t'],
  ])('says %s as the database can keep it, also as a name', (_what, given, kept) => {
    expect(JSON.parse(storableJson({ words: [given], [given]: 1 }))).toEqual({ words: [kept], [kept]: 1 });
  });

  it('leaves whatever is sound as it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = JSON.parse(text);
        const plain = JSON.stringify(value);
        fc.pre(plain.isWellFormed() && !/\\u(0000|d[89a-f])/.test(plain.replaceAll('\\\\', '')));
        expect(storableJson(value)).toBe(plain);
      }),
    );
  });
});
