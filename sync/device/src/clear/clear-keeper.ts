/** The clear shelf in memory, kept up to date with the store and with other tabs. */
import { throwWriteError } from '../session/throw-write-error.ts';
import type { Write } from '../store/store.ts';
import type { Surroundings } from '../surroundings.ts';
import { type ClearShelf, readClearShelf } from './clear-shelf.ts';

export type ClearKeeper = {
  readonly shelf: () => ClearShelf;
  /** Reads the shelf again, lets `change` decide what to write, and writes it. Only one tab does this at a time. */
  readonly change: (change: (shelf: ClearShelf) => readonly Write[]) => Promise<void>;
  readonly stop: () => void;
};

export const keepClearShelf = async ({ store, exclusively, tabs }: Surroundings): Promise<ClearKeeper> => {
  let shelf = await readClearShelf(store);
  const refresh = async (): Promise<void> => {
    shelf = await readClearShelf(store);
  };
  const stop = tabs.hear((message) => {
    if (message.kind === 'clear') void refresh();
  });
  return {
    shelf: () => shelf,
    change: (change) =>
      exclusively(async () => {
        throwWriteError(await store.write(change(await readClearShelf(store)), 'strict'));
        await refresh();
        tabs.tell({ kind: 'clear' });
      }),
    stop,
  };
};
