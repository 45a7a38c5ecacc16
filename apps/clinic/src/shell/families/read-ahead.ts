/**
 * Starts reading a family's timeline while the finger is still on its row, or while the search shows only one or two
 * families: on a cheap phone this is a good part of the time to open it. Nothing of it is shown, so no access is
 * logged; an error is reported when the family is opened.
 */
import type { FamilyId } from '@denba/records/ids';
import type { Opening, Workspace } from '../workspace.ts';

export const readAhead = (shell: Workspace | Opening, family: FamilyId): void => {
  if ('session' in shell) shell.timelineOf(family).catch(() => null);
};
