/**
 * Keeps a half-filled form while it is filled: written to the sealed store a moment after each change, one write after
 * the other, so that an older draft never overtakes a newer one. Saving it writes the entries and takes the draft away
 * in one moment; whatever was changed meanwhile waits, and is written only if nothing was saved.
 */
import type { SaveDraft } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';
import type { Workspace } from '../workspace.ts';

export type Saved = Awaited<ReturnType<Workspace['save']>>;

export type DraftStore = {
  readonly put: (key: string, value: JsonValue) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** `Workspace.save`. */
  readonly save: (drafts: readonly SaveDraft[], filled: string, first: Promise<unknown>) => Promise<Saved>;
};

export type DraftKeeper = {
  /** Written a moment later. */
  readonly change: (value: JsonValue) => void;
  /** What was changed is written now. */
  readonly write: () => void;
  /** The form becomes these entries. After a success nothing is kept any more; after a failure all goes on. */
  readonly save: (drafts: readonly SaveDraft[]) => Promise<Saved>;
  /** The form is given up; another may be begun under its name. */
  readonly giveUp: () => Promise<void>;
};

/** Typing is not slowed by the store, and little is lost when the battery is pulled out. */
const WRITE_AFTER_MS = 250;

/** `onUnsaved`: the draft could not be written, for the phone is full. */
export const keepDraft = (key: string, store: DraftStore, onUnsaved: () => void): DraftKeeper => {
  let pending: JsonValue = null;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saves: Promise<unknown> = Promise.resolve();
  /** Of the draft: each after those before it, and after every save. */
  let writes: Promise<unknown> = Promise.resolve();
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const done = Promise.all([saves, writes]).then(work);
    writes = done.catch(() => undefined);
    return done;
  };
  const forget = (): void => {
    clearTimeout(timer);
    pending = null;
  };
  const write = (): void => {
    clearTimeout(timer);
    if (pending === null) return;
    void next(async () => {
      const value = pending;
      pending = null;
      if (value !== null) await store.put(key, value).catch(onUnsaved);
    });
  };
  return {
    change: (value) => {
      if (ended) return;
      pending = value;
      clearTimeout(timer);
      timer = setTimeout(write, WRITE_AFTER_MS);
    },
    write,
    save: (drafts) => {
      // First what she typed last: a save that is cut off leaves the whole form. The save is made ready meanwhile.
      write();
      const first = writes;
      const done = saves.then(async () => {
        const saved = await store.save(drafts, key, first);
        if (saved.ok) {
          ended = true;
          forget();
        }
        return saved;
      });
      saves = done.catch(() => undefined);
      return done;
    },
    giveUp: () => {
      forget();
      return next(() => store.remove(key));
    },
  };
};

/** The last words are written when the screen goes away. Gives the way to stop. */
export const writeOnLeaving = ({ write }: DraftKeeper): (() => void) => {
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') write();
  };
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', write);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', write);
    write();
  };
};
