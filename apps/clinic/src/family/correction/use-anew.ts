/** The conclusions of a family that a correction changes, computed once per timeline while the phone is idle. */
import type { FamilyId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { rested } from '../../shell/idle-work/when-idle.ts';
import { useWorkspace, type Workspace } from '../../shell/workspace.ts';
import { type ConclusionsAnew, conclusionsAnew } from './conclusions-anew.ts';

const known = new WeakMap<Timeline, { readonly workspace: Workspace; readonly found: Promise<ConclusionsAnew> }>();

const findAnew = (workspace: Workspace, timeline: Timeline): Promise<ConclusionsAnew> => {
  const before = known.get(timeline);
  if (before?.workspace === workspace) return before.found;
  const found = conclusionsAnew(workspace, timeline, rested);
  known.set(timeline, { workspace, found });
  return found;
};

/** Returns `undefined` while computing, `null` when that failed. */
export const useAnew = (timeline: Timeline): ConclusionsAnew | null | undefined => {
  const workspace = useWorkspace();
  const [shown, setShown] = useState<{ readonly of: Timeline; readonly found: ConclusionsAnew | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (found: ConclusionsAnew | null): void => {
      if (wanted) setShown({ of: timeline, found });
    };
    findAnew(workspace, timeline).then(show, () => show(null));
    return () => {
      wanted = false;
    };
  }, [workspace, timeline]);
  return shown?.of === timeline ? shown.found : undefined;
};

/** Whether what was just saved changes other visits' conclusions. False on failure: the child's card shows it too. */
export const changesOthers = async (workspace: Workspace, family: FamilyId): Promise<boolean> => {
  try {
    const timeline = await workspace.timelineOf(family);
    return timeline !== null && (await findAnew(workspace, timeline)).changed.length > 0;
  } catch {
    return false;
  }
};
