import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';

it('writes the examples of RFC 9285', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  expect(toBase45(utf8('AB'))).toBe('BB8');
  expect(toBase45(utf8('Hello!!'))).toBe('%69 VD92EX0');
  expect(toBase45(utf8('base-45'))).toBe('UJCLQE7W581');
  expect(fromBase45('QED8WEX0')).toEqual(utf8('ietf!'));
});

it('gives back the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(fromBase45(toBase45(bytes))).toEqual(bytes);
    }),
  );
});

it.each(['A', 'ABCD', 'ab', 'GGW', '::', 'É0'])('refuses %j, which no bytes give', (text) => {
  expect(fromBase45(text)).toBeNull();
});
