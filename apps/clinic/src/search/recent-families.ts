/** Families that this worker opened last, by the log of the phone: nothing is kept for it. */
import type { AuditEvent } from '@denba/device/device';
import { type FamilyId, familyId, isId } from '@denba/records/ids';

/** `events`: newest first. Each family once, of those that are in the list. */
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
