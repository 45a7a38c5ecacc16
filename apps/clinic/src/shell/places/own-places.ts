/**
 * The ids under which this centre's phones record: the phone's own, earlier ones, and that of its place on the server.
 */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useShell, type Workspace } from '../workspace.ts';
import { earlierNames } from './earlier-names.ts';

export const ownPlaces = ({ session, server }: Pick<Workspace, 'session' | 'server'>): ReadonlySet<string> => {
  const place = server?.state.value;
  const { id } = session.centre;
  return new Set([id, ...earlierNames(id), ...(place?.kind === 'linked' ? [place.link.place.id] : [])]);
};

/** The set of own places, the same object until an id is added; `null` before the rows are read. */
export const useOwnPlaces = (): ReadonlySet<string> | null => {
  const shell = useShell();
  const names = useMemo(
    () => computed(() => ('session' in shell ? JSON.stringify([...ownPlaces(shell)]) : null)),
    [shell],
  );
  const places = names.value;
  return useMemo(() => (places === null ? null : new Set<string>(JSON.parse(places))), [places]);
};
