/** The reasons why a child is in today's list, as the parts of one line: the message, its day and its number. */
import type { DueChild } from '@denba/protocols/care/lists/due-today';
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { FacilityId } from '@denba/records/ids';

export type ReasonPart = {
  readonly says:
    | 'due-today'
    | 'promised-today'
    | 'due-on'
    | 'promised'
    | 'days-late'
    | 'missed'
    | 'home-visit'
    | 'contact'
    | 'lost'
    | 'left-hospital'
    | 'see-again'
    | 'in-hospital'
    | 'six-months'
    | 'days-since'
    | 'hospital-day'
    | 'transferred'
    | 'see-on'
    | 'positive'
    | 'urgent'
    | 'to-refer'
    | 'assess-late';
  readonly on?: LocalDate;
  readonly count?: number;
  readonly place?: FacilityId;
};

export const reasonLine = ({ child, status }: DueChild, today: LocalDate): readonly ReasonPart[] => {
  const { on, lateDays, missed, tasks, agreedBy } = status;
  const hospital: readonly ReasonPart[] = agreedBy === 'hospital' ? [{ says: 'hospital-day' }] : [];
  const promised = child.care?.promisedOn ?? null;
  const { arrival } = status;
  const from: readonly ReasonPart[] =
    arrival === null ? [] : [{ says: 'transferred', on: arrival.on, place: arrival.from }];
  const late: readonly ReasonPart[] = lateDays > 0 ? [{ says: 'days-late', count: lateDays }] : [];
  switch (status.kind) {
    case 'dueToday':
      return [{ says: promised === today ? 'promised-today' : 'due-today' }, ...hospital, ...missedPart(missed)];
    case 'late':
      return [...dated(promised === on ? 'promised' : 'due-on', on), ...hospital, ...late];
    case 'missed':
      return [...from, ...missedPart(missed), ...late, ...taskPart(tasks), ...dated('promised', promised)];
    case 'awaited':
      return [...from, ...dated(promised !== null && promised === on ? 'promised' : 'see-on', on), ...late];
    case 'defaulted':
      return [...from, { says: 'lost' }, ...late, ...taskPart(tasks), ...dated('promised', promised)];
    case 'backFromHospital':
      return [
        ...dated('left-hospital', child.care?.hospital?.to ?? null),
        ...dated('see-again', on),
        ...hospital,
        ...late,
      ];
    case 'inHospital':
      return dated('in-hospital', on);
    case 'reviewDue':
      return [
        ...dated('six-months', on),
        ...(on === null || on >= today ? [] : [{ says: 'days-since' as const, count: daysBetween(on, today) }]),
        ...missedPart(missed),
      ];
    case 'screened':
      return [
        ...dated(child.screened?.result === 'urgent' ? 'urgent' : 'positive', on),
        ...(lateDays > 0 ? [{ says: 'assess-late' as const, count: lateDays }] : []),
      ];
    case 'toRefer':
      return dated('to-refer', on);
    case 'quiet':
    case 'ended':
    case 'dead':
      return [];
  }
};

const dated = (says: ReasonPart['says'], on: LocalDate | null): readonly ReasonPart[] =>
  on === null ? [] : [{ says, on }];

const missedPart = (missed: number): readonly ReasonPart[] => (missed > 0 ? [{ says: 'missed', count: missed }] : []);

/** The most demanding task only: a home visit takes precedence over a call. */
const taskPart = (tasks: DueChild['status']['tasks']): readonly ReasonPart[] => {
  if (tasks.some(({ kind }) => kind === 'homeVisit')) return [{ says: 'home-visit' }];
  return tasks.length > 0 ? [{ says: 'contact' }] : [];
};
