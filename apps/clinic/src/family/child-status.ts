/** The status of a child as one line: the message `family.status.*` to show, with its day and its number. */
import type { IconName } from '@denba/kit/icons/icon-paths';
import type { CareChild } from '@denba/protocols/care/lists/care-child';
import type { CareStatus } from '@denba/protocols/care/lists/care-status';
import type { LocalDate } from '@denba/quantities/local-date';

export type StatusLine = {
  readonly says:
    | 'quiet'
    | 'upcoming'
    | 'dueToday'
    | 'late'
    | 'missed'
    | 'defaulted'
    | 'inHospital'
    | 'leftHospital'
    | 'reviewDue'
    | 'toAssess'
    | 'toRefer'
    | 'ended'
    | 'notEnrolled';
  readonly icon: IconName;
  /** The day of the next visit, where the message names it. */
  readonly on: LocalDate | null;
  /** Days late or visits missed, as the message needs; else 0. */
  readonly count: number;
  /** Outcome code of the exit from care; null while in care. */
  readonly outcome: string | null;
  /** Something must be done now: the line is shown in bold. */
  readonly pressing: boolean;
};

/** Returns `null` for a child who died, because nothing is due any more. */
export const statusLine = (status: CareStatus, { care }: CareChild): StatusLine | null => {
  const line = { on: status.on, count: 0, outcome: null, pressing: true } as const;
  switch (status.kind) {
    case 'dead':
      return null;
    case 'dueToday':
      return { ...line, says: 'dueToday', icon: 'calendar' };
    case 'late':
      return { ...line, says: 'late', icon: 'clock', count: status.lateDays };
    case 'missed':
      return { ...line, says: 'missed', icon: 'clock', count: status.missed };
    case 'defaulted':
      return { ...line, says: 'defaulted', icon: 'phone' };
    case 'inHospital':
      return { ...line, says: 'inHospital', icon: 'hospital', pressing: false };
    case 'backFromHospital':
      return { ...line, says: 'leftHospital', icon: 'hospital' };
    case 'reviewDue':
      return { ...line, says: 'reviewDue', icon: 'star' };
    case 'screened':
      return { ...line, says: 'toAssess', icon: 'list' };
    case 'toRefer':
      return { ...line, says: 'toRefer', icon: 'warning' };
    case 'ended':
      return { ...line, says: 'ended', icon: 'check', outcome: care?.exitCode ?? null, pressing: false };
    case 'quiet':
      if (status.followUp === null && status.on === null)
        return { ...line, says: 'notEnrolled', icon: 'info', pressing: false };
      return {
        ...line,
        says: status.on === null ? 'quiet' : 'upcoming',
        icon: 'calendar',
        pressing: status.on === null,
      };
  }
};

/** Tracing is offered once a visit was missed or the family has defaulted. */
export const asksForTracing = ({ kind, missed }: CareStatus): boolean =>
  kind === 'missed' || kind === 'defaulted' || missed > 0;
