/** Under which names the phones of this centre record: its own, and that of its place on the server. */
import type { Workspace } from '../workspace.ts';

export const ownPlaces = ({ session, server }: Pick<Workspace, 'session' | 'server'>): ReadonlySet<string> => {
  const place = server?.state.value;
  return new Set([session.centre.id, ...(place?.kind === 'linked' ? [place.link.place.id] : [])]);
};
