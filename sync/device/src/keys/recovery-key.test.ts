import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDataKey } from './data-key.ts';
import {
  lockWithRecoveryKey,
  newRecoveryKey,
  openWithRecoveryKey,
  readRecoveryKey,
  recoveryKeyText,
} from './recovery-key.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Uint8Array.from(bytes));

describe('a recovery key', () => {
  it('is seven groups of four characters that are not taken for one another', async () => {
    expect(await newRecoveryKey()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is read as it was written, in small letters, without dashes, with O for 0 and l for 1', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (secret) => {
        const text = await recoveryKeyText(secret);
        const sloppy = text.replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l').toLowerCase();
        expect(await readRecoveryKey(text)).toEqual(secret);
        expect(await readRecoveryKey(` ${sloppy} `)).toEqual(secret);
      }),
    );
  });

  it('with one character wrong is nearly always noticed before anything is tried', async () => {
    const text = await recoveryKeyText(new Uint8Array(16).fill(7));
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const slips = Array.from(alphabet, (letter) => `${letter}${text.slice(1)}`).filter((slip) => slip !== text);
    const read = await Promise.all(slips.map(readRecoveryKey));
    expect(read.filter((secret) => secret !== null).length).toBeLessThanOrEqual(1);
  });

  it('opens what it locked, and no other key does', async () => {
    const dataKey = newDataKey();
    const text = await newRecoveryKey();
    const lock = await lockWithRecoveryKey(dataKey, text);
    const [secret, other] = [await readRecoveryKey(text), await readRecoveryKey(await newRecoveryKey())];
    if (secret === null || other === null) throw new Error('not read');
    expect(await openWithRecoveryKey(lock, secret)).toEqual({ ok: true, value: dataKey });
    expect(await openWithRecoveryKey(lock, other)).toEqual({ ok: false, error: { kind: 'wrongKey' } });
  });
});
