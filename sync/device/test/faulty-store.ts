/** A store of a phone that dies: from a chosen write on, no call ever resolves. */
import type { Store } from '../src/store/store.ts';

export type Death =
  /** The power failed before the write reached the disk. */
  | 'before'
  /** The write reached the disk, but its promise never resolves. */
  | 'after';

/** `writes`: how many writes still succeed. */
export const dyingStore = (store: Store, writes: number, death: Death): Store & { readonly died: Promise<void> } => {
  let left = writes;
  let dead = false;
  let tell = (): void => {};
  const died = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const silence = <T>(): Promise<T> => new Promise(() => {});
  const alive = <T>(work: () => Promise<T>): Promise<T> =>
    dead ? silence() : work().then((value) => (dead ? silence<T>() : value));
  return {
    died,
    get: (shelf, keys) => alive(() => store.get(shelf, keys)),
    all: (shelves) => alive(() => store.all(shelves)),
    keys: (shelf) => alive(() => store.keys(shelf)),
    write: (changes, durability) => {
      if (dead) return silence();
      left -= 1;
      if (left >= 0) return alive(() => store.write(changes, durability));
      dead = true;
      if (death === 'after') void store.write(changes, durability).then(tell);
      else tell();
      return silence();
    },
    close: () => store.close(),
  };
};

/** A store whose disk is full while `full()` is true. */
export const fillingStore = (store: Store, full: () => boolean): Store => ({
  ...store,
  write: async (changes, durability) =>
    full() ? { ok: false, error: { kind: 'full' } } : store.write(changes, durability),
});
