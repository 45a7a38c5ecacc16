import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SigningPhone, signingPhone } from '../../test/signing-phone.ts';
import { checkWord } from './check-word.ts';
import { readPhoneCode, sameKeys, writePhoneCode } from './phone-code.ts';

let kati: SigningPhone;
let hospital: SigningPhone;

beforeAll(async () => {
  kati = await signingPhone('3f2a9c10-7d51-4c7e-9f58-5a0a3d1f0b11', 'CSCom de Kati');
  hospital = await signingPhone('8c0b1d52-0a1f-4a3e-8f7e-2f7a4f1b9c33', 'CSRéf de Kalabancoro');
});

describe('the code of a phone', () => {
  it('says centre, phone and keys to whoever reads it from the screen, a file or a message', async () => {
    const { shown, code } = hospital;
    for (const way of [shown, `\uFEFF${shown}\r\n`, `${shown.replaceAll(' ', '_')}\n`]) {
      expect(await readPhoneCode(way)).toEqual({ ok: true, value: code });
    }
  });

  it('fits into a QR code that a cheap screen shows large enough', () => {
    // QR version 13 at medium correction holds 483 alphanumeric characters.
    expect(kati.shown.length).toBeLessThan(483);
    expect(kati.shown).toMatch(/^DENBAP1:[0-9A-Z $%*+\-./:]+$/);
  });

  it('is refused when one letter of it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(kati.shown.length - 9), fc.constantFrom('A', '7', '+', ' '), async (at, letter) => {
        const place = at + 8;
        fc.pre(kati.shown[place] !== letter);
        const changed = kati.shown.slice(0, place) + letter + kati.shown.slice(place + 1);
        expect((await readPhoneCode(changed)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('does not carry another key to seal to under the same name', async () => {
    const forged = await writePhoneCode({ ...kati.code, courierKey: hospital.courierKey }, hospital.sign);
    expect(await readPhoneCode(forged)).toEqual({ ok: false, error: { kind: 'damaged' } });
  });

  it('is told from anything else, and one of a newer Denba as newer', async () => {
    for (const other of ['', 'une photo', 'DENBA1:ABC', '{"denba":"courier"}'])
      expect(await readPhoneCode(other)).toEqual({ ok: false, error: { kind: 'notACode' } });
    expect(await readPhoneCode('DENBAP2:ABC')).toEqual({ ok: false, error: { kind: 'newer', version: 2 } });
    expect(await readPhoneCode(kati.shown.slice(0, 60))).toEqual({ ok: false, error: { kind: 'damaged' } });
  });

  it('whatever it is, is answered and never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (other) => {
        expect((await readPhoneCode(other)).ok).toBe(false);
        expect((await readPhoneCode(`DENBAP1:${other}`)).ok).toBe(false);
      }),
    );
  });
});

describe('the check word', () => {
  it('is four syllables, the same on both phones', async () => {
    const read = await readPhoneCode(kati.shown);
    if (!read.ok) throw new Error(read.error.kind);
    const word = await checkWord(kati.code);
    expect(word).toMatch(/^([bdfgklmnprstvwyz](a|i|o|ou)-){3}[bdfgklmnprstvwyz](a|i|o|ou)$/);
    expect(await checkWord(read.value)).toBe(word);
  });

  it('is another one when a key, the phone or the centre is another', async () => {
    const { code } = kati;
    const others = [
      { ...code, device: hospital.code.device },
      { ...code, centre: { ...code.centre, name: 'CSCom de Koulikoro' } },
      { ...code, courierKey: hospital.courierKey },
      { ...code, signingKey: hospital.code.signingKey },
    ];
    const words = await Promise.all([code, ...others].map(checkWord));
    expect(new Set(words).size).toBe(5);
    expect(others.map((other) => sameKeys(code, other))).toEqual([true, true, false, false]);
  });
});
