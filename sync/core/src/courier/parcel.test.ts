import type { LocalDate } from '@denba/quantities/local-date';
import { familyId, personId } from '@denba/records/ids';
import { fakeDevice, saveEntry, wallMs } from '@denba/scenario/fake-device';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '../bundle.ts';
import { type Parcel, parcelText, readParcels } from './parcel.ts';
import { makeCourierKey, openParcel, sealParcel } from './seal-parcel.ts';

const TODAY = '2026-11-26' as LocalDate;
const NAME = 'Fanta Keïta';

let server: Awaited<ReturnType<typeof makeCourierKey>>;
let bundle: string;
let parcel: Parcel;
let text: string;

beforeAll(async () => {
  server = await makeCourierKey();
  const { entry } = saveEntry(fakeDevice('phone-1'), {
    ...{ family: familyId('family-keita'), subject: personId('mother-keita'), form: 'registration@1', findings: {} },
    ...{ protocolVersion: null, occurredOn: TODAY, atMs: wallMs(TODAY, 0), answers: { mother_name: NAME } },
  });
  bundle = await writeBundle([entry], 'phone-1', entry.recordedAt, async () => new Uint8Array(64));
  parcel = await sealParcel(server, { from: 'phone-1', first: 1, last: 1, bundle });
  text = parcelText(parcel);
});

const read = (given: string): readonly Parcel[] => {
  const parcels = readParcels(given);
  if (!parcels.ok) throw new Error(parcels.error.kind);
  return parcels.value;
};

describe('a courier file', () => {
  it('gives its bundle to the holder of the key', async () => {
    expect(await openParcel(read(text)[0] as Parcel, server.privateKey)).toEqual({ ok: true, value: bundle });
  });

  it('shows whoever carries it a key, a phone, two numbers and nothing of anybody', () => {
    expect(Object.keys(parcel.head).sort()).toEqual(['denba', 'enc', 'first', 'format', 'from', 'last', 'to']);
    const seen = `${text}${Buffer.from(parcel.sealed, 'base64url').toString('latin1')}`;
    for (const secret of [
      NAME,
      'Fanta',
      'Ke\u00c3',
      'family-keita',
      'mother-keita',
      'registration',
      '2026',
      'facility',
    ]) {
      expect(seen, secret).not.toContain(secret);
    }
  });

  it('of several phones, joined in any way that keeps text, is all of them', async () => {
    const other = await sealParcel(server, { from: 'phone-2', first: 4, last: 9, bundle });
    const joined = `\uFEFF${text.replaceAll('\n', '\r\n')}\n\n${parcelText(other).trimEnd()}`;
    expect(read(joined)).toEqual([parcel, other]);
  });

  it('is another one each time it is sealed, and the same one each time it is read', async () => {
    const again = await sealParcel(server, { from: 'phone-1', first: 1, last: 1, bundle });
    expect(again.id).not.toBe(parcel.id);
    expect(read(text + text).map(({ id }) => id)).toEqual([parcel.id, parcel.id]);
  });
});

describe('a parcel with a family for another phone', () => {
  it('is carried like any other, says its kind, and is opened as what it is or not at all', async () => {
    const contents = { kind: 'family' as const, from: 'phone-1', first: 1, last: 1, bundle };
    const family = await sealParcel(server, contents);
    expect(family.head.kind).toBe('family');
    expect(read(`${parcelText(family)}${text}`).map(({ id }) => id)).toEqual([family.id, parcel.id]);
    expect(await openParcel(family, server.privateKey)).toEqual({ ok: true, value: bundle });
    const { kind: _, ...head } = family.head;
    expect(await openParcel({ ...family, head }, server.privateKey)).toEqual({
      ok: false,
      error: { kind: 'notOpened' },
    });
  });
});

describe('what is no whole courier file', () => {
  it.each(['', 'une photo', '{"denba":"bundle","wire":1}\n', '[]', 'null\n', '{"denba"'])(
    '%j is told as none',
    (other) => {
      expect(readParcels(other)).toEqual({ ok: false, error: { kind: 'notACourierFile' } });
    },
  );

  it('of a newer Denba is told as newer, whatever follows its head', () => {
    const newer = `${JSON.stringify({ ...parcel.head, format: 7, more: [] })}\nanything\n`;
    expect(readParcels(newer)).toEqual({ ok: false, error: { kind: 'newer', format: 7 } });
  });

  it('is told as damaged wherever it was cut, and gives nothing', () => {
    fc.assert(
      fc.property(fc.nat(text.trimEnd().length - 1), (length) => {
        const result = readParcels(text + text.slice(0, length));
        // Cut exactly at the end of the first parcel, the text is a complete file.
        if (length === 0) expect(result.ok).toBe(true);
        else expect(result).toEqual({ ok: false, error: { kind: 'damaged' } });
        expect(readParcels(text.slice(0, length)).ok).toBe(false);
      }),
    );
  });

  it('is told as such when one letter of it was changed', () => {
    fc.assert(
      fc.property(fc.nat(text.trimEnd().length - 1), fc.constantFrom('A', 'b', '7', '"', ' '), (at, letter) => {
        fc.pre(text[at] !== letter && text[at] !== '\n');
        expect(readParcels(text.slice(0, at) + letter + text.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever it is, is answered and never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (other) => {
        expect(readParcels(other).ok).toBe(false);
      }),
    );
  });
});

describe('a parcel that somebody tampered with', () => {
  it('is not opened when its head says something else than when it was sealed', async () => {
    const head = { ...parcel.head, from: 'phone-2' };
    const headLine = JSON.stringify(head);
    expect(await openParcel({ ...parcel, head, headLine }, server.privateKey)).toMatchObject({ ok: false });
  });

  it('is not opened when what is sealed was changed, nor with another key', async () => {
    const changed = { ...parcel, sealed: `${parcel.sealed.startsWith('A') ? 'B' : 'A'}${parcel.sealed.slice(1)}` };
    expect(await openParcel(changed, server.privateKey)).toEqual({ ok: false, error: { kind: 'notOpened' } });
    const { privateKey } = await makeCourierKey();
    expect(await openParcel(parcel, privateKey)).toEqual({ ok: false, error: { kind: 'notOpened' } });
    const point = { ...parcel, head: { ...parcel.head, enc: 'A'.repeat(87) } };
    expect(await openParcel(point, server.privateKey)).toEqual({ ok: false, error: { kind: 'notOpened' } });
  });

  it('that would unpack to more than a bundle may be is refused while it is unpacked', async () => {
    const bomb = await sealParcel(server, { from: 'phone-1', first: 1, last: 1, bundle: ' '.repeat(17 * 1024 * 1024) });
    expect(bomb.sealed.length).toBeLessThan(100_000);
    expect(await openParcel(bomb, server.privateKey)).toEqual({ ok: false, error: { kind: 'tooLarge' } });
  });
});
