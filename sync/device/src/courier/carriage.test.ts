import type { JsonValue } from '@denba/records/canonical-json';
import { parcelText } from '@denba/sync/courier/parcel';
import { makeCourierKey, sealParcel } from '@denba/sync/courier/seal-parcel';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SealedStore } from '../device.ts';
import type { BringAnswer, Server } from '../sync/server.ts';
import { type Carriage, openCarriage } from './carriage.ts';
import { handOver } from './hand-over.ts';

const NOON = Date.parse('2026-11-26T12:00:00Z');
const HOUR = 3_600_000;

type Letter = { readonly from: string; readonly first: number; readonly last: number; readonly text: string };
let letters: readonly Letter[];

beforeAll(async () => {
  const key = await makeCourierKey();
  letters = await Promise.all(
    ['a', 'a', 'a', 'b', 'c'].map(async (from, at) => {
      const [first, last] = [3 * at + 1, 3 * at + 3];
      return { from, first, last, text: parcelText(await sealParcel(key, { from, first, last, bundle: `${at}` })) };
    }),
  );
});

/** `room`: how many values can be stored. */
const store = (room = Number.POSITIVE_INFINITY): SealedStore<JsonValue> => {
  const kept = new Map<string, JsonValue>();
  return {
    get: async (key) => kept.get(key) ?? null,
    put: async (key, value) => {
      if (!kept.has(key) && kept.size >= room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    remove: async (key) => void kept.delete(key),
    keys: async () => [...kept.keys()].sort(),
  };
};

const answering = (bring: (text: string) => BringAnswer): Server => ({
  bring: async (text) => bring(text),
  push: async () => ({ kind: 'offline' }),
  pull: async () => ({ kind: 'offline' }),
  around: async () => ({ kind: 'offline' }),
  pack: async () => ({ kind: 'offline' }),
  keepRecoveryKey: async () => ({ kind: 'offline' }),
});

const carrying = async (texts: readonly string[], sealed = store()): Promise<Carriage> => {
  const carriage = openCarriage(sealed, 'me');
  for (const text of texts) expect((await carriage.take(text, NOON)).ok).toBe(true);
  return carriage;
};

const textAt = (at: number): string => letters[at]?.text ?? '';

describe('a phone that carries', () => {
  it('has each parcel once, in the order of their logs, however often and in which order files are taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.nat(4), { minLength: 1 }), { minLength: 1 }), async (files) => {
        const carriage = await carrying(files.map((file) => file.map(textAt).join('')));
        const wanted = [...new Set(files.flat())].sort((a, b) => a - b);
        expect((await carriage.list()).map(({ from, first }) => `${from}${first}`)).toEqual(
          wanted.map((at) => `${letters[at]?.from}${letters[at]?.first}`),
        );
      }),
    );
  });

  it('passes on what it took, letter by letter, over any number of phones', async () => {
    const whole = letters.map(({ text }) => text).join('');
    let file = whole;
    for (let hop = 0; hop < 4; hop += 1) {
      const carriage = await carrying([file, file]);
      const texts = await Promise.all((await carriage.list()).map(({ id }) => carriage.read(id)));
      file = texts.join('');
    }
    expect(file).toBe(whole);
  });

  it('tells what it carries already, and what is its own', async () => {
    const carriage = openCarriage(store(), 'a');
    const whole = letters.map(({ text }) => text).join('');
    expect(await carriage.take(whole, NOON)).toEqual({
      ok: true,
      value: { taken: 2, known: 0, own: 3, familiesTo: [] },
    });
    expect(await carriage.take(whole, NOON)).toEqual({
      ok: true,
      value: { taken: 0, known: 2, own: 3, familiesTo: [] },
    });
  });

  it('takes nothing of a file that is damaged, or for which there is no room', async () => {
    const whole = letters.map(({ text }) => text).join('');
    const sealed = store(3);
    const carriage = openCarriage(sealed, 'me');
    expect(await carriage.take(whole.slice(0, -3), NOON)).toEqual({ ok: false, error: { kind: 'damaged' } });
    expect(await carriage.take(whole, NOON)).toEqual({ ok: false, error: { kind: 'full' } });
    expect(await sealed.keys()).toEqual([]);
    expect(await carriage.take(textAt(0), NOON)).toMatchObject({ ok: true });
  });

  it('does not take more than it should carry for others', async () => {
    const key = await makeCourierKey();
    const sealed = store();
    const carriage = openCarriage(sealed, 'me');
    const bundle = Array.from({ length: 9 }, () => crypto.getRandomValues(new Uint8Array(60_000)).join('')).join('');
    const parcel = await sealParcel(key, { from: 'a', first: 1, last: 2, bundle });
    const listed = { ...parcel.head, id: 'x', bytes: 39_900_000, takenAtMs: NOON, refused: null };
    await sealed.put('carried', [listed] as unknown as JsonValue);
    expect(await carriage.take(parcelText(parcel), NOON)).toEqual({ ok: false, error: { kind: 'tooMuch' } });
    expect((await carriage.list()).length).toBe(1);
  });
});

describe('when it meets the server', () => {
  const outcomes = ['received', 'apart', 'early', 'notOurs', 'unknownPhone', 'unreadable', 'of tomorrow'] as const;

  it('carries on exactly what the server did not take, and tries that again an hour later', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...outcomes), { minLength: 5, maxLength: 5 }), async (said) => {
        const carriage = await carrying(letters.map(({ text }) => text));
        const asked: string[] = [];
        const server = answering((text) => {
          asked.push(text);
          const at = letters.findIndex((letter) => letter.text === text);
          return { kind: 'brought', outcome: said[at] ?? '' };
        });
        const done = await handOver(carriage, server, () => NOON);
        const taken = (outcome: string) => outcome === 'received' || outcome === 'apart';
        expect(done.received).toBe(said.filter(taken).length);
        expect(done.unreadable).toBe(said.filter((outcome) => outcome === 'unreadable').length);
        const left = said.filter((outcome) => !taken(outcome) && outcome !== 'unreadable');
        expect((await carriage.list()).map(({ refused }) => refused?.outcome)).toEqual(left);
        expect(asked).toEqual(letters.map(({ text }) => text));
        await handOver(carriage, server, () => NOON + HOUR - 1);
        expect(asked.length).toBe(5);
        await handOver(carriage, server, () => NOON + HOUR);
        expect(asked.length).toBe(5 + left.length);
      }),
    );
  });

  it('stops at the first trouble and loses nothing', async () => {
    const carriage = await carrying(letters.map(({ text }) => text));
    let times = 0;
    const server = answering(() => (++times > 2 ? { kind: 'offline' } : { kind: 'brought', outcome: 'received' }));
    expect(await handOver(carriage, server, () => NOON)).toEqual({
      received: 2,
      unreadable: 0,
      trouble: { kind: 'offline' },
    });
    expect((await carriage.list()).length).toBe(3);
  });
});
