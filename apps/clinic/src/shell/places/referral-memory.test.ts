import type { SealedStore } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';
import { describe, expect, it } from 'vitest';
import { referralMemory, rememberReferral } from './referral-memory.ts';

const sealedStore = (isFull = false) => {
  const kept = new Map<string, JsonValue>();
  return {
    get: async (name: string) => kept.get(name) ?? null,
    put: async (name: string, value: JsonValue) => {
      if (isFull) throw new DOMException('', 'QuotaExceededError');
      kept.set(name, value);
    },
  } as unknown as SealedStore<JsonValue>;
};

describe('where families were sent before', () => {
  it('is offered with the last one first, and the number to call back stays until another is given', async () => {
    const sealed = sealedStore();
    await rememberReferral(sealed, { callback: '76 00 00 01', facility: 'CSRéf de Kati' });
    await rememberReferral(sealed, { callback: '', facility: ' CSCom de Dialakoroba ' });
    await rememberReferral(sealed, { callback: '', facility: 'CSRéf de Kati' });
    expect(await referralMemory(sealed)).toEqual({
      callback: '76 00 00 01',
      facilities: ['CSRéf de Kati', 'CSCom de Dialakoroba'],
    });
  });

  it('is not remembered by a full phone, which keeps nobody from going on: the referral is saved', async () => {
    const sealed = sealedStore(true);
    await expect(rememberReferral(sealed, { callback: '', facility: 'CSRéf de Kati' })).resolves.toBeUndefined();
    expect(await referralMemory(sealed)).toEqual({ callback: '', facilities: [] });
  });
});
