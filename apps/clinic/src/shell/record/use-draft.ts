/**
 * A form of one screen that is kept while it is filled: written to the sealed store a moment after each change, taken up
 * again after a lock or a call, gone once it was saved.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWorkspace } from '../workspace.ts';

export type Draft<Form> = {
  /** `null` until the store was asked: nothing is shown before, or what she typed could be replaced. */
  readonly form: Form | null;
  readonly change: (over: Partial<Form>) => void;
  /** The form was saved: nothing is left to take up again. */
  readonly end: () => Promise<void>;
  /** It was there before, from an earlier time. */
  readonly takenUp: boolean;
};

const WRITE_AFTER_MS = 250;

/** `begin` is asked once, for what a new form begins with; fields that an older draft lacks are filled from it. */
export const useDraft = <Form extends object>(key: string, begin: () => Form): Draft<Form> => {
  const { session } = useWorkspace();
  const [form, setForm] = useState<Form | null>(null);
  const [takenUp, setTakenUp] = useState(false);
  const pending = useRef<Form | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // One after the other: an older draft never overtakes a newer one, nor the end.
  const writing = useRef<Promise<void>>(Promise.resolve());
  const beginning = useRef(begin);
  beginning.current = begin;

  const write = (): void => {
    clearTimeout(timer.current);
    const waiting = pending.current;
    pending.current = null;
    if (waiting === null) return;
    // A full phone is announced by the shell; the form stays on the screen.
    const put = () => session.draft.put(key, waiting as unknown as JsonValue).catch(() => undefined);
    writing.current = writing.current.then(put);
  };

  useEffect(() => {
    let wanted = true;
    const start = (kept: JsonValue | null): void => {
      if (!wanted) return;
      const isForm = typeof kept === 'object' && kept !== null && !Array.isArray(kept);
      setTakenUp(isForm);
      setForm({ ...beginning.current(), ...(isForm ? (kept as unknown as Partial<Form>) : {}) });
    };
    session.draft.get(key).then(start, () => start(null));
    return () => {
      wanted = false;
    };
  }, [session, key]);

  // The last words are written when the screen goes away.
  useEffect(() => {
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
  }, [key]);

  return {
    form,
    takenUp,
    change: (over) => {
      setForm((now) => {
        if (now === null) return now;
        const next = { ...now, ...over };
        pending.current = next;
        return next;
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(write, WRITE_AFTER_MS);
    },
    end: async () => {
      clearTimeout(timer.current);
      pending.current = null;
      await writing.current;
      await session.draft.remove(key);
    },
  };
};
