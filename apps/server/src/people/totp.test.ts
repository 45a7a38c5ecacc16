import { describe, expect, it } from 'vitest';
import { fromBase32, makeTotpSecret, toBase32, totpAddress, totpCode, totpStep } from './totp.ts';

/** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
const secret = Buffer.from('12345678901234567890');
const published = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

describe('a code of six digits', () => {
  it.each(published)('at %i s is the one that the RFC publishes', (seconds, code) => {
    expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code);
    expect(totpStep(secret, `${code.slice(0, 3)} ${code.slice(3)}`, seconds * 1000, null)).not.toBeNull();
  });

  it('is good half a minute around, and not later', () => {
    for (const [offset, good] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const) {
      expect(totpStep(secret, totpCode(secret, 1000), (1000 * 30 + offset) * 1000, null) !== null, `${offset}`).toBe(
        good,
      );
    }
  });

  it('is good once', () => {
    const step = totpStep(secret, totpCode(secret, 1000), 30_000_000, null);
    expect(step).toBe(1000);
    expect(totpStep(secret, totpCode(secret, 1000), 30_000_000, step)).toBeNull();
    expect(totpStep(secret, totpCode(secret, 1001), 30_030_000, step)).toBe(1001);
  });

  it.each(['', '1', '12345', '1234567', 'abcdef', '２８７０８２'])('is never « %s »', (code) => {
    expect(totpStep(secret, code, 59_000, null)).toBeNull();
  });
});

describe('the secret', () => {
  it('goes to the application in base 32 and comes back', () => {
    expect(toBase32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(totpAddress(secret, 'awa@kati')).toContain('otpauth://totp/Denba:awa%40kati?secret=GEZD');
    const made = makeTotpSecret();
    expect(fromBase32(toBase32(made))).toEqual(made);
    expect([fromBase32('GEZDGNBV'), fromBase32('!'.repeat(32)), fromBase32('')]).toEqual([null, null, null]);
  });
});
