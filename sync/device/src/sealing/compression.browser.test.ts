import { describe, expect, it } from 'vitest';
import { concat, randomBytes, sameBytes, utf8 } from './bytes.ts';
import { deflate, inflate } from './compression.ts';

describe('what was deflated', () => {
  it.each([0, 1, 1500, 400_000])('is inflated as it was, of %i bytes', async (length) => {
    for (const bytes of [utf8('a'.repeat(length)), await manyRandomBytes(length)]) {
      expect(sameBytes(await inflate(await deflate(bytes)), bytes)).toBe(true);
    }
  });

  it('is refused when it is cut, continued, or something else', async () => {
    const deflated = await deflate(utf8('Awa Keïta '.repeat(300)));
    for (const wrong of [deflated.slice(0, -3), concat(deflated, utf8('Awa')), utf8('Awa Keïta'), utf8('')]) {
      await expect(inflate(wrong)).rejects.toThrow(TypeError);
    }
  });
});

/** The browser returns at most 65,536 random bytes per call. */
const manyRandomBytes = async (length: number) =>
  concat(
    ...Array.from({ length: Math.ceil(length / 50_000) }, (_, at) =>
      randomBytes(Math.min(50_000, length - at * 50_000)),
    ),
  );
