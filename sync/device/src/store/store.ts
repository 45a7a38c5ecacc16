/**
 * The minimal storage that a device needs: shelves of records by key, read and written in transactions. A shelf is an
 * object store of IndexedDB in the browser, a map in tests; `test/store-acceptance.ts` says what both must do.
 */
import type { Result } from '@denba/quantities/result';

/**
 * - `clear`: users, wrapped keys, waiting times after wrong PINs, preferences, counters. Nothing about patients.
 * - all others: encrypted bytes. `state`: the table of contents and the snapshot of the last screen · `loose`: entries
 *   one by one · `segments`: entries by the hundred · `index`: which families are in which segment · `pages`,
 *   `journal`: rows, and what changed since · `values`: drafts, settings, media · `audit`: events.
 */
export const shelves = ['clear', 'state', 'loose', 'segments', 'index', 'pages', 'journal', 'values', 'audit'] as const;
export type Shelf = (typeof shelves)[number];
export type Key = string | number;
export type StoredRecord = readonly [key: Key, value: unknown];

export type Write =
  | { readonly kind: 'put'; readonly shelf: Shelf; readonly key: Key; readonly value: unknown }
  | { readonly kind: 'delete'; readonly shelf: Shelf; readonly key: Key };

export type WriteError = { readonly kind: 'full' } | { readonly kind: 'storage'; readonly name: string };

export type Store = {
  /** Values in the order of `keys`, `undefined` for a missing one; read in one transaction. */
  readonly get: (shelf: Shelf, keys: readonly Key[]) => Promise<readonly unknown[]>;
  /** All records of these shelves, sorted by key (numbers before texts); read in one transaction. */
  readonly all: <Name extends Shelf>(
    shelves: readonly Name[],
  ) => Promise<Readonly<Record<Name, readonly StoredRecord[]>>>;
  readonly keys: (shelf: Shelf) => Promise<readonly Key[]>;
  /**
   * Writes all or none. `strict`: on disk when the promise resolves; `relaxed`: may be lost on power failure, but is
   * never half-written.
   */
  readonly write: (writes: readonly Write[], durability: 'strict' | 'relaxed') => Promise<Result<void, WriteError>>;
  readonly close: () => void;
};

export const put = (shelf: Shelf, key: Key, value: unknown): Write => ({ kind: 'put', shelf, key, value });
export const remove = (shelf: Shelf, key: Key): Write => ({ kind: 'delete', shelf, key });
