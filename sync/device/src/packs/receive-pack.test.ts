import { type Pack, packOf, packText } from '@denba/sync/packs/pack';
import { makePackKey, type PackKeyPair, signPack } from '@denba/sync/packs/pack-key';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillingStore } from '../../test/faulty-store.ts';
import { memoryStore } from '../store/memory-store.ts';
import { put, type Store } from '../store/store.ts';
import type { PackAnswer } from '../sync/server.ts';
import { type PackShelf, packShelf } from './pack-shelf.ts';
import type { PackTrouble } from './pack-trouble.ts';
import { receivePack } from './receive-pack.ts';

let key: PackKeyPair;
let [old, adapted]: Pack[] = [];
let store: Store;
let shelf: PackShelf;
let full = false;
let asked: string[] = [];

beforeAll(async () => {
  key = await makePackKey();
  old = await signPack(await packOf({ id: 'mami', cutOff: 110 }), key);
  adapted = await signPack(await packOf({ id: 'mami', cutOff: 115 }), key);
});

/** A phone that runs the old pack, which its server named earlier. */
beforeEach(async () => {
  [full, asked] = [false, []];
  store = fillingStore(memoryStore(), () => full);
  shelf = packShelf(store);
  expect(await named(old as Pack)).toBeNull();
  asked = [];
});

const serving = (answer: (id: string) => PackAnswer) => ({
  pack: async (id: string) => {
    asked.push(id);
    return answer(id);
  },
});
const text = (pack: Pack): PackAnswer => ({ kind: 'pack', text: packText(pack) });

/** The server names a pack, and gives this answer when the phone asks for it. */
const named = (
  pack: Pack,
  answer: PackAnswer = text(pack),
  { trusted = key as PackKeyPair | null, canRun = true } = {},
): Promise<PackTrouble | null> =>
  receivePack(
    { shelf, builtIn: 'b'.repeat(64), canRun: () => canRun },
    serving(() => answer),
    pack.id,
    trusted,
  );

const runs = async (): Promise<string | null> => (await shelf.choice()).chosen;

describe('a phone that is told which protocol its centre has', () => {
  it('fetches it once, keeps it, and is to run it from then on', async () => {
    expect(await named(adapted as Pack)).toBeNull();
    expect(await runs()).toBe(adapted?.id);
    expect(await shelf.content(adapted?.id ?? '')).toBe(adapted?.content);
    expect(await named(adapted as Pack)).toBeNull();
    expect(asked).toEqual([adapted?.id]);
    // The previous pack stays, for entries that were made with it.
    expect(await shelf.content(old?.id ?? '')).toBe(old?.content);
  });

  it('goes back to one that it has without asking for it', async () => {
    await named(adapted as Pack);
    asked = [];
    expect(await named(old as Pack)).toBeNull();
    expect([await runs(), asked]).toEqual([old?.id, []]);
  });

  it('does not ask for the one that the app brought along', async () => {
    expect(await named({ ...(old as Pack), id: 'b'.repeat(64) })).toBeNull();
    expect([await runs(), asked]).toEqual(['b'.repeat(64), []]);
  });

  const tampered = (pack: Pack): PackAnswer => ({ kind: 'pack', text: packText(pack).replace('115', '135') });
  const cut = (pack: Pack): PackAnswer => ({ kind: 'pack', text: packText(pack).slice(0, 90) });

  it.each<readonly [string, PackTrouble['kind'], () => PackAnswer | Promise<PackAnswer>]>([
    ['was changed on the way', 'damaged', () => tampered(adapted as Pack)],
    ['is another than the one it was named', 'damaged', () => text(old as Pack)],
    ['was cut off', 'damaged', () => cut(adapted as Pack)],
    ['did not arrive', 'notArrived', () => ({ kind: 'offline' })],
    ['the server does not have', 'unknown', () => ({ kind: 'refused', code: 'unknown-pack' })],
    ['is vouched for by nobody', 'otherKey', () => text({ ...(adapted as Pack), proof: null })],
    [
      'is vouched for by another key',
      'otherKey',
      async () => text(await signPack(adapted as Pack, await makePackKey())),
    ],
  ])('refuses one that %s, and goes on with the one before', async (_, kind, answer) => {
    expect(await named(adapted as Pack, await answer())).toEqual({ kind, pack: adapted?.id });
    expect(await shelf.choice()).toEqual({ chosen: old?.id, trouble: { kind, pack: adapted?.id } });
    expect(await shelf.content(adapted?.id ?? '')).toBeNull();
    // The next meeting tries again.
    expect(await named(adapted as Pack)).toBeNull();
    expect(await shelf.choice()).toEqual({ chosen: adapted?.id, trouble: null });
  });

  it('refuses one that this app cannot run, and every one while it knows no key', async () => {
    expect(await named(adapted as Pack, undefined, { canRun: false })).toMatchObject({ kind: 'cannotRun' });
    expect(await named(adapted as Pack, undefined, { trusted: null })).toMatchObject({ kind: 'otherKey' });
    expect(await runs()).toBe(old?.id);
  });

  it('on a full disk goes on with the one before, and says so', async () => {
    full = true;
    expect(await named(adapted as Pack)).toEqual({ kind: 'full', pack: adapted?.id });
    full = false;
    expect(await runs()).toBe(old?.id);
    expect(await named(adapted as Pack)).toBeNull();
  });

  it('never takes a pack off the disk that is no longer what its name says, and fetches it again', async () => {
    await named(adapted as Pack);
    const [bytes] = await store.get('clear', [`pack/${adapted?.id}`]);
    const changed = new Uint8Array(bytes as Uint8Array);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    await store.write([put('clear', `pack/${adapted?.id}`, changed)], 'strict');
    expect(await shelf.content(adapted?.id ?? '')).toBeNull();
    // The app found the damage when it wanted to run the pack, and recorded it.
    await shelf.choose({ chosen: adapted?.id ?? '', trouble: { kind: 'damaged', pack: adapted?.id ?? '' } });
    expect(await named(adapted as Pack)).toBeNull();
    expect(await shelf.content(adapted?.id ?? '')).toBe(adapted?.content);
  });

  it('tries again what an app of before could not run', async () => {
    await named(adapted as Pack);
    await shelf.choose({ chosen: adapted?.id ?? '', trouble: { kind: 'cannotRun', pack: adapted?.id ?? '' } });
    expect(await named(adapted as Pack, undefined, { canRun: false })).toMatchObject({ kind: 'cannotRun' });
    expect(await named(adapted as Pack)).toBeNull();
    expect((await shelf.choice()).trouble).toBeNull();
  });
});
