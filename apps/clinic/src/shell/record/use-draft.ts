/** A form of one screen, stored as a draft while it is filled: restored after a lock or a call, deleted when saved. */
import type { SaveDraft } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWorkspace } from '../workspace.ts';
import { keepDraft, type Saved, writeOnLeaving } from './draft-keeper.ts';

export type Draft<Form> = {
  /** `null` until the store was read: nothing is shown before, because the stored draft would replace what is typed. */
  readonly form: Form | null;
  readonly change: (over: Partial<Form>) => void;
  /** Saves the form as these entries and deletes the draft. */
  readonly save: (drafts: readonly SaveDraft[]) => Promise<Saved>;
  /** Deletes the draft. */
  readonly giveUp: () => Promise<void>;
  /** Whether the form was restored from an earlier draft. */
  readonly takenUp: boolean;
};

/** Ignored here: the shell reports a full phone, and the form stays on the screen. */
const announcedElsewhere = (): void => {};

/** `begin` returns a new form; it also fills the fields that an older draft lacks. */
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
