import { canonicalJson } from '@denba/records/canonical-json';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { signingPhone } from '../test/signing-phone.ts';
import { toBase64Url } from './base64-url.ts';
import { isSignedBy, readBundle } from './bundle.ts';
import { courierKey } from './courier/courier-key.ts';
import { readFamilyBundle } from './courier/family-bundle.ts';
import { makeCourierKey } from './courier/seal-parcel.ts';
import { FAMILY_WIRE, WIRE, wireVersions } from './wire.ts';

const how = { name: 'ECDSA', namedCurve: 'P-256' };

/** A bundle as a phone with that wire version wrote it. */
const bundleOf = async (wire: number) => {
  const pair = await crypto.subtle.generateKey(how, true, ['sign', 'verify']);
  const head = { denba: 'bundle', wire, device: 'phone-1', from: 1, count: 0, madeAt: '2026-11-26T09:00:00.000Z#0000' };
  const signed = `${canonicalJson(head)}\n`;
  const bytes = new TextEncoder().encode(signed);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes);
  const tail = canonicalJson({ signature: toBase64Url(new Uint8Array(signature)) });
  return {
    text: `${signed}${tail}\n`,
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
  };
};

describe('what travels', () => {
  it.each(wireVersions.map((_, at) => at + 1))('as a phone of version %i wrote it is read and proved', async (wire) => {
    const { text, publicKey } = await bundleOf(wire);
    const read = readBundle(text);
    if (!read.ok) throw new Error(read.error.kind);
    expect(await isSignedBy(read.value, publicKey)).toBe(true);
  });

  it('of a version to come is told as newer', async () => {
    const { text } = await bundleOf(WIRE + 1);
    expect(readBundle(text)).toEqual({ ok: false, error: { kind: 'newer', wire: WIRE + 1 } });
  });

  it.each([5])('a family as a phone of version %i wrote it is read and proved', async (wire) => {
    const { shown, sign, courierKey, code } = await signingPhone('phone-1', 'Kati');
    const to = courierKey.id;
    const head = {
      ...{ count: 1, denba: 'family', families: ['keita'], madeAt: '2026-11-26T09:00:00.000Z#0000' },
      ...{ sender: shown, to, wire },
    };
    const signed = `${canonicalJson(head)}\n{"an":"entry"}\n`;
    const signature = toBase64Url(await sign(new TextEncoder().encode(signed)));
    const text = `${signed}${canonicalJson({ signature })}\n`;
    expect(await readFamilyBundle(text, to)).toMatchObject({
      ...{ ok: true, value: { sender: code, lines: ['{"an":"entry"}'] } },
    });
    expect(FAMILY_WIRE).toBeLessThanOrEqual(WIRE);
  });

  it('to a courier is sealed to a key whose name is its own, or to none', async () => {
    const { id, publicKey } = await makeCourierKey();
    const other = await makeCourierKey();
    expect(v.safeParse(courierKey, { id, publicKey }).success).toBe(true);
    expect(v.safeParse(courierKey, { id: other.id, publicKey }).success).toBe(false);
  });
});
