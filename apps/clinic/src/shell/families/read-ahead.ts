/**
 * A family's story is read while the finger is still on its row, or while she looks at the one or two that she found: on a
 * cheap phone that is a good part of what opening it takes. Nothing is shown of it, so nothing is noted; what cannot be read
 * is told when the family is opened.
 */
import type { FamilyId } from '@denba/records/ids';
import type { Opening, Workspace } from '../workspace.ts';

export const readAhead = (shell: Workspace | Opening, family: FamilyId): void => {
  if ('session' in shell) shell.timelineOf(family).catch(() => null);
};
