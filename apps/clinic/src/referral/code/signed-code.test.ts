import type { JsonValue } from '@denba/records/canonical-json';
import { toBase45 } from '@denba/sync/base45';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asMessage, fingerprintOf, readCode, type Sign, writeCode } from './signed-code.ts';

let sign: Sign;
let publicKey: Uint8Array;

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  sign = async (bytes) => {
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(how, pair.privateKey, Uint8Array.from(bytes));
    return { signature: new Uint8Array(signature), publicKey };
  };
});

const facts: JsonValue = { m: 'Awa Coulibaly', w: 3120, r: ['P/A −3,14 z, sous le seuil de −2,00 z.'] };

describe('a code', () => {
  it('is read as it was written, with the phone that signed it', async () => {
    const read = await readCode(await writeCode(facts, sign));
    expect(read).toEqual({ ok: true, value: { content: facts, fingerprint: await fingerprintOf(publicKey) } });
  });

  it('holds any record, short or long', async () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value)));
    await fc.assert(
      fc.asyncProperty(record, async (content) => {
        const read = await readCode(await writeCode(content, sign));
        expect(read.ok && read.value.content).toEqual(content);
      }),
      { numRuns: 50 },
    );
  });

  it('has only letters that a QR code packs tightly', async () => {
    expect(await writeCode(facts, sign)).toMatch(/^DENBA1:[0-9A-Z $%*+\-./:]+$/);
  });

  it('survives a message that breaks lines and loses spaces', async () => {
    const message = asMessage(await writeCode(facts, sign));
    expect(message).not.toContain(' ');
    const broken = `\n  ${message.replace(/.{40}/g, '$&\r\n')} \n`;
    expect((await readCode(broken)).ok).toBe(true);
  });
});

describe('a code that is not as it was written', () => {
  it('is refused when any byte of it is another', async () => {
    const code = await writeCode(facts, sign);
    const bytes = bytesOf(code);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const other = bytes.with(at, (bytes[at] ?? 0) ^ change);
        expect((await readCode(`DENBA1:${toBase45(other)}`)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when any one byte loses its lowest bit', async () => {
    const bytes = bytesOf(await writeCode(facts, sign));
    for (const [at, byte] of bytes.entries()) {
      expect((await readCode(`DENBA1:${toBase45(bytes.with(at, byte ^ 1))}`)).ok, `byte ${at}`).toBe(false);
    }
  });

  it('says that its end is missing, wherever it was cut', async () => {
    const code = await writeCode(facts, sign);
    for (let length = 'DENBA1:'.length; length < code.length; length++) {
      expect(await readCode(code.slice(0, length)), `${length} letters`).toMatchObject({
        error: { kind: 'incomplete' },
      });
    }
  });

  it('is refused when something was added', async () => {
    expect(await readCode(`${await writeCode(facts, sign)}AB0`)).toEqual({ ok: false, error: { kind: 'altered' } });
  });

  it('says that it is of a newer Denba, and which', async () => {
    const code = await writeCode(facts, sign);
    expect(await readCode(code.replace('DENBA1', 'DENBA12'))).toEqual({
      ok: false,
      error: { kind: 'newer', version: 12 },
    });
  });

  it('is not taken for one of another version that is known', async () => {
    expect(await readCode((await writeCode(facts, sign)).replace('DENBA1', 'DENBA0'))).toMatchObject({ ok: false });
  });

  it.each(['', 'https://example.org', 'DENBA', 'BEGIN:VCARD', 'denba1:ABC'])(
    'says of %j that it is none of ours',
    async (text) => {
      expect(await readCode(text)).toEqual({ ok: false, error: { kind: 'notDenba' } });
    },
  );

  it('says of letters that no code has that they cannot be read', async () => {
    const code = await writeCode(facts, sign);
    expect(await readCode(`${code.slice(0, 30)}é${code.slice(31)}`)).toMatchObject({ error: { kind: 'unreadable' } });
  });
});

it('does not unfold a small body into a huge one', async () => {
  const code = await writeCode({ zeros: '0'.repeat(200_000) }, sign);
  expect(code.length).toBeLessThan(1000);
  expect(await readCode(code)).toEqual({ ok: false, error: { kind: 'unreadable' } });
});

const bytesOf = (code: string): Uint8Array => {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
  const digits = [...code.slice('DENBA1:'.length)].map((char) => letters.indexOf(char));
  const bytes: number[] = [];
  for (let i = 0; i < digits.length; i += 3) {
    const [a = 0, b = 0, c] = digits.slice(i, i + 3);
    const value = a + 45 * b + 2025 * (c ?? 0);
    if (c !== undefined) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
};
