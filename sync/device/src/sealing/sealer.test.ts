import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDataKey, openKeys } from '../keys/data-key.ts';
import { utf8 } from './bytes.ts';
import { createSealer } from './sealer.ts';

const key = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

describe('a sealed text', () => {
  it('opens in its place, short or long, whatever it says', async () => {
    const sealer = createSealer(await key(), 'store');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 4000 }), async (text) => {
        expect(await sealer.openText('loose/1', await sealer.sealText('loose/1', text))).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('does not open in another place, in another store, or with another key', async () => {
    const secret = await key();
    const sealer = createSealer(secret, 'store');
    const sealed = await sealer.sealText('loose/1', 'Awa');
    expect(await sealer.openText('loose/2', sealed)).toBeNull();
    expect(await createSealer(secret, 'other').openText('loose/1', sealed)).toBeNull();
    expect(await createSealer(await key(), 'store').openText('loose/1', sealed)).toBeNull();
  });

  it('does not open when any bit of it is wrong, or when it is no sealed text at all', async () => {
    const sealer = createSealer(await key(), 'store');
    const sealed = await sealer.sealText('segments/1', 'Awa Keïta '.repeat(300));
    for (let at = 0; at < sealed.length; at += 7) {
      const wrong = sealed.map((byte, index) => (index === at ? byte ^ 16 : byte));
      expect(await sealer.openText('segments/1', wrong)).toBeNull();
    }
    for (const other of [undefined, null, 'text', new Uint8Array(0), new Uint8Array(13), sealed.slice(0, 40)]) {
      expect(await sealer.openText('segments/1', other)).toBeNull();
    }
  });

  it('is never the same twice, and shorter than what it says when that is long', async () => {
    const sealer = createSealer(await key(), 'store');
    const text = 'weight_g 3000 '.repeat(500);
    const [one, two] = [await sealer.sealText('a', text), await sealer.sealText('a', text)];
    expect(one).not.toEqual(two);
    expect(one.length).toBeLessThan(text.length / 10);
  });
});

describe('a sealed name', () => {
  it('is always the same text, tells nothing, and opens only as what it is a name of', async () => {
    const { names } = await openKeys(newDataKey(), 'store');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (name) => {
        const sealed = await names.seal('draft', name);
        expect(await names.seal('draft', name)).toBe(sealed);
        expect(await names.open('draft', sealed)).toBe(name);
        expect(await names.open('media', sealed)).toBeNull();
      }),
      { numRuns: 30 },
    );
    expect(await names.open('draft', 'not+sealed')).toBeNull();
    expect(await names.open('draft', '')).toBeNull();
  });

  it('is the same text after many others', async () => {
    const { names } = await openKeys(newDataKey(), 'store');
    const seal = () => Promise.all(Array.from({ length: 100 }, (_, index) => names.seal('draft', `form ${index}`)));
    const before = await seal();
    expect(new Set(before).size).toBe(100);
    expect(await seal()).toEqual(before);
  });

  it('of one database means nothing in another', async () => {
    const dataKey = newDataKey();
    const [one, two] = [await openKeys(dataKey, 'one'), await openKeys(dataKey, 'two')];
    expect(await two.names.open('draft', await one.names.seal('draft', 'Awa'))).toBeNull();
    const sealed = await one.sealer.seal('loose/1', utf8('Awa'));
    expect(await two.sealer.open('loose/1', sealed)).toBeNull();
  });
});
