import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { makeCourierKey } from '../courier/seal-parcel.ts';
import { openRecoveryKey, sealedRecoveryKey, sealRecoveryKey } from './sealed-recovery-key.ts';

const TEXT = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GG00';

describe('a recovery key on its way to the server', () => {
  it('is opened by the server that it is for, for the phone that it is of', async () => {
    const key = await makeCourierKey();
    const sealed = await sealRecoveryKey(key, 'phone-1', TEXT);
    expect(v.safeParse(sealedRecoveryKey, JSON.parse(JSON.stringify(sealed))).success).toBe(true);
    expect(JSON.stringify(sealed)).not.toContain('AAAA');
    expect(await openRecoveryKey(sealed, 'phone-1', key.privateKey)).toBe(TEXT);
  });

  it('is not opened as that of another phone, with another key, or changed', async () => {
    const [key, other] = [await makeCourierKey(), await makeCourierKey()];
    const sealed = await sealRecoveryKey(key, 'phone-1', TEXT);
    expect(await openRecoveryKey(sealed, 'phone-2', key.privateKey)).toBeNull();
    expect(await openRecoveryKey({ ...sealed, to: other.id }, 'phone-1', key.privateKey)).toBeNull();
    expect(await openRecoveryKey(sealed, 'phone-1', other.privateKey)).toBeNull();
    const changed = sealed.sealed.startsWith('A') ? `B${sealed.sealed.slice(1)}` : `A${sealed.sealed.slice(1)}`;
    expect(await openRecoveryKey({ ...sealed, sealed: changed }, 'phone-1', key.privateKey)).toBeNull();
    expect(await openRecoveryKey({ ...sealed, enc: 'A'.repeat(87) }, 'phone-1', key.privateKey)).toBeNull();
  });

  it('is sealed differently each time', async () => {
    const key = await makeCourierKey();
    const [one, two] = [await sealRecoveryKey(key, 'phone-1', TEXT), await sealRecoveryKey(key, 'phone-1', TEXT)];
    expect(one.sealed).not.toBe(two.sealed);
  });
});
