import { expect, it } from 'vitest';
import { utf8 } from '../sealing/bytes.ts';
import { stretchHere } from './stretch-here.ts';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

it('Argon2id gives what the reference implementation gives (phc-winner-argon2, test.c)', async () => {
  const key = await stretchHere(utf8('password'), utf8('somesalt'), { kind: 'argon2id', memoryKiB: 65_536, passes: 2 });
  expect(hex(key)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
});

it('PBKDF2-HMAC-SHA-256 gives what RFC 7914 §11 gives', async () => {
  const key = await stretchHere(utf8('passwd'), utf8('salt'), { kind: 'pbkdf2', iterations: 1 });
  expect(hex(key)).toBe('55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc');
});
