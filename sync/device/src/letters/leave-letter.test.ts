import type { JsonValue } from '@denba/records/canonical-json';
import { readParcels } from '@denba/sync/courier/parcel';
import { makeCourierKey, openParcel } from '@denba/sync/courier/seal-parcel';
import { expect, it } from 'vitest';
import type { SealedStore } from '../device.ts';
import { newLink } from '../sync/link.ts';
import { LETTER_ENTRIES, leaveLetter } from './leave-letter.ts';
import type { Letter, LetterBox } from './letter.ts';

/** A session whose log holds `count()` lines. */
const sessionOf = (count: () => number) => ({
  deviceId: 'phone-kati',
  sign: async () => ({ signature: new Uint8Array(64), publicKey: new Uint8Array(65) }),
  log: {
    head: () => ({ seq: count(), hash: '' }),
    read: async (after: number, most: number) =>
      Array.from({ length: Math.min(most, count() - after) }, (_, at) => ({
        ...{ seq: after + 1 + at, text: `{"n":${after + 1 + at},"mother":"Fanta"}` },
      })),
  },
  sealed: {} as SealedStore<JsonValue>,
});

it('holds what waits, sealed; is written anew after another save, and not without one', async () => {
  const key = await makeCourierKey();
  const puts: Letter[] = [];
  const box: LetterBox = {
    read: async () => puts.at(-1) ?? null,
    put: async (letter) => void puts.push(letter),
    empty: async () => {},
  };
  let count = 7;
  const session = sessionOf(() => count) as never;
  const given = { session, box, wallMs: () => 0, root: 'https://denba.example.org/' };
  const { id, publicKey } = key;
  const link = {
    ...newLink({ id: 'kati', name: 'Kati' }, 'T'.repeat(43), { courierKey: { id, publicKey } }),
    acknowledged: 4,
  };

  expect(await leaveLetter(given, link)).toBe(true);
  expect(await leaveLetter(given, link)).toBe(true);
  expect(puts).toHaveLength(1);
  count = 8;
  await leaveLetter(given, link);
  expect(puts.map(({ from, to }) => [from, to])).toEqual([
    [5, 7],
    [5, 8],
  ]);
  const [last] = puts.slice(-1);
  expect(JSON.stringify(last)).not.toMatch(/Fanta|TTTT/);
  expect(last?.address).toBe('https://denba.example.org/api/sync/letters');
  const parcels = readParcels(last?.parcels.join('') ?? '');
  const [parcel] = parcels.ok ? parcels.value : [];
  const opened = parcel && (await openParcel(parcel, key.privateKey));
  expect(opened?.ok && opened.value.match(/"n":\d/g)).toEqual(['"n":5', '"n":6', '"n":7', '"n":8']);

  count = 4 + LETTER_ENTRIES + 300;
  await leaveLetter(given, link);
  expect(puts.at(-1)).toMatchObject({ from: 5, to: 4 + LETTER_ENTRIES });
});

it('is not left when nothing waits, nor before the server has said to which key', async () => {
  const box: LetterBox = {
    read: async () => null,
    put: async () => {
      throw new Error('nothing may be left');
    },
    empty: async () => {},
  };
  const given = { session: sessionOf(() => 7) as never, box, wallMs: () => 0, root: '/' };
  const link = newLink({ id: 'kati', name: 'Kati' }, 'T'.repeat(43));
  expect(await leaveLetter(given, link)).toBe(false);
  expect(await leaveLetter(given, { ...link, acknowledged: 7 })).toBe(false);
});
