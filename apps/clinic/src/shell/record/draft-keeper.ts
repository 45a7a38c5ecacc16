/**
 * Keeps a half-filled form while it is filled: writes it to the sealed store a moment after each change. Writes are
 * queued, so that an older draft never overwrites a newer one. Saving writes the entries and deletes the draft
 * atomically; a change made meanwhile waits, and is written only if the save failed.
 */
import type { SaveDraft } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';
import type { Workspace } from '../workspace.ts';

export type Saved = Awaited<ReturnType<Workspace['save']>>;

export type DraftStore = {
  readonly put: (key: string, value: JsonValue) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** `Workspace.save`; `filled` is the key of the draft. */
  readonly save: (drafts: readonly SaveDraft[], filled: string, first: Promise<unknown>) => Promise<Saved>;
};

export type DraftKeeper = {
  /** Schedules the draft to be written a moment later. */
  readonly change: (value: JsonValue) => void;
  /** Writes the last change now. */
  readonly write: () => void;
  /** Saves the form as these entries. On success the draft is deleted and later changes are ignored. */
  readonly save: (drafts: readonly SaveDraft[]) => Promise<Saved>;
  /** Deletes the draft; another may be started under the same key. */
  readonly giveUp: () => Promise<void>;
};

/** Long enough that writing does not slow down typing, short enough that little is lost when the battery is removed. */
const WRITE_AFTER_MS = 250;

/** `onUnsaved` is called when the draft could not be written because the phone is full. */
export const keepDraft = (key: string, store: DraftStore, onUnsaved: () => void): DraftKeeper => {
  let pending: JsonValue = null;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saves: Promise<unknown> = Promise.resolve();
  /** Writes of the draft: each waits for the earlier ones and for every save. Never rejects. */
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
      // The last change is written first, so that a save that is interrupted leaves the complete draft; the save is
      // prepared meanwhile.
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

/** Writes the last change when the page is hidden or left. The returned function stops this, after a last write. */
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
