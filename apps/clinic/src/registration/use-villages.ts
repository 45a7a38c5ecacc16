/** The villages of this phone's families, suggested as one-tap answers. */
import { useMemo } from 'preact/hooks';
import { useWorkspace } from '../shell/workspace.ts';
import { villageSuggestions } from './village-suggestions.ts';

export const useVillages = (typed: string | null): readonly string[] => {
  const { rows } = useWorkspace();
  const families = rows.value;
  return useMemo(
    () =>
      villageSuggestions(
        [...families.values()].map(({ village }) => village),
        typed ?? '',
      ),
    [families, typed],
  );
};
