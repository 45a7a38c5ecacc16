/** The families that this worker opened last, from the phone's audit log, so that nothing more is stored for it. */
import type { AuditEvent } from '@denba/device/device';
import { type FamilyId, familyId, isId } from '@denba/records/ids';

/** `events` must be sorted from the newest. Returns each family once, and only those in the list. */
export const recentFamilies = (
  events: readonly AuditEvent[],
  user: string,
  isKnown: (family: FamilyId) => boolean,
  most: number,
): readonly FamilyId[] => {
  const families = events.flatMap(({ kind, userId, detail }) => {
    const opened = detail['family'];
    return kind === 'family-opened' && userId === user && typeof opened === 'string' && isId(opened)
      ? [familyId(opened)]
      : [];
  });
  return [...new Set(families)].filter(isKnown).slice(0, most);
};
