import type { JsonValue } from '@denba/records/canonical-json';
import { readBundle } from '@denba/sync/bundle';
import { readParcels } from '@denba/sync/courier/parcel';
import { makeCourierKey, openParcel } from '@denba/sync/courier/seal-parcel';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SealedStore } from '../device.ts';
import { type CourierFileHow, writeCourierFile } from './write-courier-file.ts';

let key: Awaited<ReturnType<typeof makeCourierKey>>;
beforeAll(async () => {
  key = await makeCourierKey();
});

/** A phone whose log has `count` entries; those in `damaged` cannot be read. */
const phoneWith = (count: number, damaged: readonly number[] = []) => ({
  deviceId: 'phone-kati',
  sign: async () => ({ signature: new Uint8Array(64), publicKey: new Uint8Array(65) }),
  log: {
    head: () => ({ seq: count, hash: '' }),
    read: async (after: number, most: number) =>
      Array.from({ length: Math.min(most, count - after) }, (_, at) => after + 1 + at)
        .filter((seq) => !damaged.includes(seq))
        .map((seq) => ({ seq, text: `{"n":${seq},"mother":"Fanta"}` })),
  },
  sealed: {} as SealedStore<JsonValue>,
});

const write = (phone: ReturnType<typeof phoneWith>, acknowledged: number, how: CourierFileHow = {}) =>
  writeCourierFile({ session: phone as never, wallMs: () => 0 }, { acknowledged, courierKey: key }, how);

/** What the server finds in the file: for each parcel, the numbers in its head and the number of entries inside. */
const found = async (text: string) => {
  const parcels = readParcels(text);
  if (!parcels.ok) throw new Error(parcels.error.kind);
  return Promise.all(
    parcels.value.map(async (parcel) => {
      const opened = await openParcel(parcel, key.privateKey);
      const bundle = readBundle(opened.ok ? opened.value : '');
      if (!bundle.ok) throw new Error(bundle.error.kind);
      const { first, last } = parcel.head;
      expect(bundle.value.head).toMatchObject({ from: first, count: last - first + 1, device: 'phone-kati' });
      return [first, last, bundle.value.lines.length];
    }),
  );
};

describe('a courier file', () => {
  it('holds what the server has not acknowledged, in parcels, and says how far it has come', async () => {
    const steps: (readonly [number, number])[] = [];
    const file = await write(phoneWith(1_207), 7, { onProgress: (...step) => steps.push(step) });
    if (!file.ok) throw new Error(file.error.kind);
    expect(file.value).toMatchObject({ entries: 1_200, unreadable: 0 });
    expect(await found(file.value.text)).toEqual([
      [8, 507, 500],
      [508, 1_007, 500],
      [1_008, 1_207, 200],
    ]);
    expect(steps).toEqual([
      [500, 1_200],
      [1_000, 1_200],
      [1_200, 1_200],
    ]);
    expect(file.value.text).not.toContain('Fanta');
  });

  it('is not made of nothing, nor without the key of a server', async () => {
    expect(await write(phoneWith(7), 7)).toEqual({ ok: false, error: { kind: 'nothingWaits' } });
    const given = { session: phoneWith(7) as never, wallMs: () => 0 };
    const answer = await writeCourierFile(given, { acknowledged: 0, courierKey: null });
    expect(answer).toEqual({ ok: false, error: { kind: 'noKey' } });
  });

  it.each([
    ['at its beginning', [3], 3],
    ['in the middle', [5, 6], 5],
    ['at its end', [9], 9],
  ])('of a log that is damaged %s is not made: what follows could not join', async (_, damaged, seq) => {
    expect(await write(phoneWith(9, damaged), 2)).toEqual({ ok: false, error: { kind: 'damagedLog', seq } });
  });

  it('made around the damage holds all the rest and says how many are missing', async () => {
    const file = await write(phoneWith(9, [3, 6, 7]), 2, { aroundDamage: true });
    if (!file.ok) throw new Error(file.error.kind);
    expect(file.value).toMatchObject({ entries: 4, unreadable: 3 });
    expect(await found(file.value.text)).toEqual([
      [4, 5, 2],
      [8, 9, 2],
    ]);
    const none = await write(phoneWith(4, [3, 4]), 2, { aroundDamage: true });
    expect(none).toEqual({ ok: false, error: { kind: 'damagedLog', seq: 3 } });
  });
});
