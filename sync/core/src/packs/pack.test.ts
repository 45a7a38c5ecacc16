import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACK_FORMAT, type Pack, packOf, packText, readPack } from './pack.ts';
import { isPackSignedBy, makePackKey, signPack } from './pack-key.ts';

const protocol = (cutOff: number) => ({ id: 'mami', version: '1.0.0', title: { fr: 'Mère\nenfant' }, cutOff });

const read = async (text: string): Promise<Pack> => {
  const pack = await readPack(text);
  if (!pack.ok) throw new Error(pack.error.kind);
  return pack.value;
};

describe('a protocol pack', () => {
  it('is named by its content alone: the order of keys does not count, a cut-off does', async () => {
    const { id } = await packOf(protocol(115));
    const { cutOff, ...rest } = protocol(115);
    expect((await packOf({ cutOff, ...rest })).id).toBe(id);
    expect((await packOf(protocol(110))).id).not.toBe(id);
  });

  it('is read as it was written, vouched for or not', async () => {
    const pack = await packOf(protocol(115));
    const signed = await signPack(pack, await makePackKey());
    expect(await read(packText(pack))).toEqual(pack);
    expect(await read(packText(signed))).toEqual(signed);
  });

  it('that was cut off anywhere is damaged, or none', async () => {
    const text = packText(await signPack(await packOf(protocol(115)), await makePackKey()));
    for (let length = 0; length < text.length; length += 1) {
      const cut = await readPack(text.slice(0, length));
      // Cut at the end of the content line, the text is a complete pack without a signature.
      if (cut.ok) expect(cut.value.proof).toBeNull();
      else expect(['damaged', 'notAPack']).toContain(cut.error.kind);
    }
  });

  it('of which one letter was changed is never taken for the one that was vouched for', async () => {
    const key = await makePackKey();
    const text = packText(await signPack(await packOf(protocol(115)), key));
    const letter = fc.tuple(fc.nat(text.length - 1), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }));
    await fc.assert(
      fc.asyncProperty(letter, async ([at, other]) => {
        fc.pre(text[at] !== other);
        const changed = await readPack(`${text.slice(0, at)}${other}${text.slice(at + 1)}`);
        if (changed.ok && (await isPackSignedBy(changed.value, key))) {
          // The last character of base64url has bits that do not count.
          expect(changed.value.content).toBe((await read(text)).content);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is vouched for by one key, for one content', async () => {
    const [key, other] = [await makePackKey(), await makePackKey()];
    const [pack, changed] = [await packOf(protocol(115)), await packOf(protocol(110))];
    const signed = await signPack(pack, key);
    expect(await isPackSignedBy(signed, key)).toBe(true);
    expect(await isPackSignedBy(signed, other)).toBe(false);
    expect(await isPackSignedBy({ ...signed, proof: { ...signed.proof, key: other.id } as never }, other)).toBe(false);
    expect(await isPackSignedBy({ ...changed, proof: signed.proof }, key)).toBe(false);
    expect(await isPackSignedBy(pack, key)).toBe(false);
  });

  it('of a format to come is told as newer', async () => {
    const text = packText(await packOf(protocol(115))).replace(`"format":${PACK_FORMAT}`, '"format":99');
    expect(await readPack(text)).toEqual({ ok: false, error: { kind: 'newer', format: 99 } });
  });

  it('is not whatever else somebody hands over', async () => {
    for (const text of [
      '',
      '\n\n',
      '{"denba":"courier"}\n',
      '\0',
      '[]',
      '{"denba":"pack","format":1,"id":"x"}\n{}\n',
    ]) {
      expect(await readPack(text)).toMatchObject({ ok: false });
    }
  });
});
