/** The steps that all ways of leaving share, from asking for confirmation to saving. */
import type { Entry } from '@denba/records/entry';
import { useState } from 'preact/hooks';
import type { Saved } from '../shell/record/draft-keeper.ts';
import { saveProblem } from '../shell/record/save-problem.ts';

export type Leave = {
  readonly asking: boolean;
  readonly saving: boolean;
  readonly problem: string | null;
  readonly ask: () => void;
  readonly back: () => void;
  /** `saving`: the pending save of the form; `then`: called with the entries once they are durable. */
  readonly save: (saving: Promise<Saved>, then: (entries: readonly Entry[]) => void) => Promise<void>;
};

export const useLeave = (): Leave => {
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    asking,
    saving,
    problem,
    ask: () => setAsking(true),
    back: () => setAsking(false),
    save: async (saved, then) => {
      setSaving(true);
      setProblem(null);
      const result = await saved;
      setSaving(false);
      setAsking(false);
      if (!result.ok) {
        setProblem(saveProblem(result.error));
        return;
      }
      then(result.value);
    },
  };
};
