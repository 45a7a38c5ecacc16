import { expect, it } from 'vitest';
import { randomBytes } from '../sealing/bytes.ts';
import { newDataKey } from './data-key.ts';
import { unwrapKey, wrapKey } from './wrapped-key.ts';

it('a wrapped key opens with its own key and purpose; a wrong key is told from a damaged record', async () => {
  const [dataKey, wrapping] = [newDataKey(), randomBytes(32)];
  const wrapped = await wrapKey(dataKey, wrapping, 'pin/mariam');
  expect(await unwrapKey(wrapped, wrapping, 'pin/mariam')).toEqual({ ok: true, value: dataKey });
  expect(await unwrapKey(wrapped, wrapping, 'pin/oumou')).toEqual({ ok: false, error: { kind: 'wrongKey' } });
  expect(await unwrapKey(wrapped, randomBytes(32), 'pin/mariam')).toEqual({ ok: false, error: { kind: 'wrongKey' } });
  const cipher = wrapped.cipher.map((byte, index) => (index === 3 ? byte ^ 1 : byte));
  expect(await unwrapKey({ ...wrapped, cipher }, wrapping, 'pin/mariam')).toEqual({
    ok: false,
    error: { kind: 'damaged' },
  });
});
