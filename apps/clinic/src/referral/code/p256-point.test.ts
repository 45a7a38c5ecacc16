import { expect, it } from 'vitest';
import { compressPoint, decompressPoint, POINT_BYTES } from './p256-point.ts';

const newPoint = async (): Promise<Uint8Array> => {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
};

it('gives back every key that a browser makes, of both parities', async () => {
  const parities = new Set<number | undefined>();
  for (let round = 0; round < 40; round++) {
    const point = await newPoint();
    const short = compressPoint(point);
    parities.add(short[0]);
    expect(short).toHaveLength(POINT_BYTES);
    expect(decompressPoint(short)).toEqual(point);
  }
  expect(parities).toEqual(new Set([2, 3]));
});

it('knows an x that no point of the curve has, and a form that is none', () => {
  // Half of all x have no point on the curve, so among these 32 some must be refused.
  const tried = Array.from({ length: 32 }, (_, x) => decompressPoint(Uint8Array.from([2, ...Array(31).fill(0), x])));
  expect(tried.some((point) => point === null)).toBe(true);
  expect(decompressPoint(new Uint8Array(33))).toBeNull();
  expect(decompressPoint(Uint8Array.from([2, ...Array(32).fill(0xff)]))).toBeNull();
});
