/** From « check with me » to the record: what all ways of leaving have in common. */
import type { SaveDraft } from '@denba/device/device';
import type { Entry } from '@denba/records/entry';
import { useState } from 'preact/hooks';
import { saveProblem } from '../shell/record/save-problem.ts';
import { useWorkspace } from '../shell/workspace.ts';

export type Leave = {
  readonly asking: boolean;
  readonly saving: boolean;
  readonly problem: string | null;
  readonly ask: () => void;
  readonly back: () => void;
  /** `end`: the draft of the form; `then`: where to go, once everything is durable. */
  readonly save: (
    drafts: readonly SaveDraft[],
    end: () => Promise<void>,
    then: (entries: readonly Entry[]) => void,
  ) => Promise<void>;
};

export const useLeave = (): Leave => {
  const workspace = useWorkspace();
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    asking,
    saving,
    problem,
    ask: () => setAsking(true),
    back: () => setAsking(false),
    save: async (drafts, end, then) => {
      setSaving(true);
      setProblem(null);
      const result = await workspace.save(drafts);
      setSaving(false);
      setAsking(false);
      if (!result.ok) {
        setProblem(saveProblem(result.error));
        return;
      }
      await end();
      then(result.value);
    },
  };
};
