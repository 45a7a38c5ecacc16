/**
 * The protocol packs of this phone, and which of them it is to run. In a database of its own and not encrypted: it
 * contains nothing about patients, and is read before anybody has unlocked. A pack is never deleted, because old
 * entries are shown with the pack that they were made with.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { isPackId, packIdOf } from '@denba/sync/packs/pack';
import { textOf, utf8 } from '../sealing/bytes.ts';
import { deflate, inflate } from '../sealing/compression.ts';
import { indexedDbStore } from '../store/indexed-db-store.ts';
import { put, type Store, type WriteError } from '../store/store.ts';
import type { PackTrouble } from './pack-trouble.ts';

export type PackChoice = {
  /** Id of the pack to run from the next unlocking on; `null`: the pack built into the app. */
  readonly chosen: string | null;
  /** Why the pack that the server named is not the chosen one; `null`: it is the chosen one. */
  readonly trouble: PackTrouble | null;
};

export type PackShelf = {
  readonly ids: () => Promise<readonly string[]>;
  /** `null`: the pack is not stored here, or its content no longer matches its id. */
  readonly content: (id: string) => Promise<string | null>;
  /** The pack is on disk when the promise resolves. */
  readonly keep: (pack: { readonly id: string; readonly content: string }) => Promise<Result<void, WriteError>>;
  readonly choice: () => Promise<PackChoice>;
  readonly choose: (choice: PackChoice) => Promise<Result<void, WriteError>>;
};

const PACK = 'pack/';
const CHOICE = 'choice';

export const packShelf = (store: Store): PackShelf => ({
  ids: async () => {
    const keys = await store.keys('clear');
    return keys.flatMap((key) => (typeof key === 'string' && key.startsWith(PACK) ? [key.slice(PACK.length)] : []));
  },
  content: async (id) => {
    const [kept] = await store.get('clear', [PACK + id]);
    if (!(kept instanceof Uint8Array)) return null;
    // A pack that cannot be decompressed was damaged on the disk.
    const content = await inflate(new Uint8Array(kept))
      .then(textOf, () => null)
      .catch(() => null);
    return content !== null && (await packIdOf(content)) === id ? content : null;
  },
  keep: async ({ id, content }) => store.write([put('clear', PACK + id, await deflate(utf8(content)))], 'strict'),
  choice: async () => choiceFrom((await store.get('clear', [CHOICE]))[0]),
  choose: async (choice) => {
    const before = choiceFrom((await store.get('clear', [CHOICE]))[0]);
    // The choice rarely changes: at most meetings nothing is written.
    if (JSON.stringify(before) === JSON.stringify(choice)) return ok(undefined);
    return store.write([put('clear', CHOICE, choice)], 'strict');
  },
});

/** The pack shelf in this browser, for the real centre (not for training). */
export const openPackShelf = async (name: string): Promise<PackShelf> => packShelf(await indexedDbStore(name));

/**
 * Used when the browser cannot open the database (a full disk, after an update of the app): it is empty and stores
 * nothing.
 */
export const absentShelf: PackShelf = {
  ids: async () => [],
  content: async () => null,
  keep: async () => err(absent),
  choice: async () => ({ chosen: null, trouble: { kind: absent.kind, pack: '' } }),
  choose: async () => err(absent),
};
const absent = { kind: 'storage', name: 'absent' } as const;

const choiceFrom = (kept: unknown): PackChoice => {
  const { chosen, trouble } = (kept ?? {}) as Partial<Record<keyof PackChoice, unknown>>;
  return {
    chosen: typeof chosen === 'string' && isPackId(chosen) ? chosen : null,
    trouble: typeof trouble === 'object' && trouble !== null ? (trouble as PackTrouble) : null,
  };
};
