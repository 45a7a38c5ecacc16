/**
 * A form of one screen that is kept while it is filled: taken up again after a lock or a call, gone in the moment in
 * which it is saved.
 */
import type { SaveDraft } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWorkspace } from '../workspace.ts';
import { keepDraft, type Saved, writeOnLeaving } from './draft-keeper.ts';

export type Draft<Form> = {
  /** `null` until the store was asked: nothing is shown before, or what she typed could be replaced. */
  readonly form: Form | null;
  readonly change: (over: Partial<Form>) => void;
  /** The form becomes these entries; then nothing is left to take up again. */
  readonly save: (drafts: readonly SaveDraft[]) => Promise<Saved>;
  /** The form is given up. */
  readonly giveUp: () => Promise<void>;
  /** It was there before, from an earlier time. */
  readonly takenUp: boolean;
};

/** A full phone is announced by the shell; the form stays on the screen. */
const announcedElsewhere = (): void => {};

/** `begin` is asked once, for what a new form begins with; fields that an older draft lacks are filled from it. */
export const useDraft = <Form extends object>(key: string, begin: () => Form): Draft<Form> => {
  const { session, save } = useWorkspace();
  const [form, setForm] = useState<Form | null>(null);
  const [takenUp, setTakenUp] = useState(false);
  const beginning = useRef(begin);
  beginning.current = begin;
  const keeper = useMemo(
    () => keepDraft(key, { put: session.draft.put, remove: session.draft.remove, save }, announcedElsewhere),
    [key, session, save],
  );

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
  useEffect(() => writeOnLeaving(keeper), [keeper]);

  return {
    form,
    takenUp,
    change: (over) =>
      setForm((now) => {
        if (now === null) return now;
        const next = { ...now, ...over };
        keeper.change(next as unknown as JsonValue);
        return next;
      }),
    save: keeper.save,
    giveUp: keeper.giveUp,
  };
};
