/**
 * The protocol packs of this phone, and which of them it is to run. In a database of its own and not sealed: nothing in it
 * is about a patient, and it is read before anybody has unlocked. A pack is never deleted: old entries are shown with it.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { isPackId, packIdOf } from '@denba/sync/packs/pack';
import { textOf, utf8 } from '../sealing/bytes.ts';
import { deflate, inflate } from '../sealing/compression.ts';
import { indexedDbStore } from '../store/indexed-db-store.ts';
import { put, type Store, type WriteError } from '../store/store.ts';
import type { PackTrouble } from './pack-trouble.ts';

export type PackChoice = {
  /** Name of the pack to run from the next unlocking on; `null`: the one that the app brought along. */
  readonly chosen: string | null;
  /** Why the pack that the server named is not the chosen one; `null`: it is. */
  readonly trouble: PackTrouble | null;
};

export type PackShelf = {
  readonly ids: () => Promise<readonly string[]>;
  /** `null`: not here, or no longer what its name says. */
  readonly content: (id: string) => Promise<string | null>;
  /** On the disk when it resolves. */
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
    // What does not unpack was damaged on the disk.
    const content = await inflate(new Uint8Array(kept))
      .then(textOf, () => null)
      .catch(() => null);
    return content !== null && (await packIdOf(content)) === id ? content : null;
  },
  keep: async ({ id, content }) => store.write([put('clear', PACK + id, await deflate(utf8(content)))], 'strict'),
  choice: async () => choiceFrom((await store.get('clear', [CHOICE]))[0]),
  choose: async (choice) => {
    const before = choiceFrom((await store.get('clear', [CHOICE]))[0]);
    // Nothing is written at most meetings.
    if (JSON.stringify(before) === JSON.stringify(choice)) return ok(undefined);
    return store.write([put('clear', CHOICE, choice)], 'strict');
  },
});

/** Of this browser, for the real centre. */
export const openPackShelf = async (name: string): Promise<PackShelf> => packShelf(await indexedDbStore(name));

/** Where the browser gives no database (a full disk, after an update of the app): nothing is here, nothing can be kept. */
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
