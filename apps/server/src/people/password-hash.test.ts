import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';

describe('a kept password', () => {
  it('is known again however its accents were typed, and no other is', async () => {
    const kept = await hashPassword('été à Kati toujours');
    expect(await isPassword('été à Kati toujours'.normalize('NFD'), kept)).toBe(true);
    expect(await isPassword('été à Kati toujour', kept)).toBe(false);
    expect(await isPassword('', kept)).toBe(false);
  });

  it('says how it was made, and nothing of what it is; twice the same is kept twice differently', async () => {
    const [first, second] = [await hashPassword('quatre mots simples'), await hashPassword('quatre mots simples')];
    expect(first).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(first).not.toBe(second);
    expect(isOutdated(first)).toBe(false);
  });

  it('of an earlier version is still known, and made again', async () => {
    // scrypt of RFC 7914, section 12: password, NaCl, N=1024, r=8, p=16, first 32 bytes.
    const key = Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex');
    const kept = `scrypt$10$8$16$${Buffer.from('NaCl').toString('base64url')}$${key.toString('base64url')}`;
    expect(await isPassword('password', kept)).toBe(true);
    expect(isOutdated(kept)).toBe(true);
  });

  it('that does not exist is never right', async () => {
    expect(await isPassword('quatre mots simples', null)).toBe(false);
  });
});
