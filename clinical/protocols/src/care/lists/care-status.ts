/** The status of one child of the list on a given day. */
import { addDays, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import { type FollowUp, followUp } from '@denba/schedules/follow-up';
import type { TracingTask } from '@denba/schedules/tracing';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import { isDischargeAlone, reducedEpisode } from '../follow-up/since-last-contact.ts';
import type { CareChild, CareStay } from './care-child.ts';

export type CareStatus = {
  readonly kind:
    | 'dueToday'
    /** After the agreed day, but not yet counted as missed. */
    | 'late'
    | 'missed'
    | 'defaulted'
    | 'inHospital'
    /** Discharged from hospital and not seen since. */
    | 'backFromHospital'
    | 'reviewDue'
    /** Screened, but not yet assessed. */
    | 'screened'
    /** In danger at the last visit and not referred, with nothing else due. */
    | 'toRefer'
    | 'quiet'
    | 'ended'
    | 'dead';
  /** The follow-up status from `@denba/schedules`; `null` for a child who was never in care. */
  readonly followUp: FollowUp['status'] | null;
  /** The day that the status refers to: expected, agreed, admitted, discharged or screened. */
  readonly on: LocalDate | null;
  /** `hospital` when the day was agreed there; `null` when it was agreed here. */
  readonly agreedBy: 'hospital' | null;
  /** Days since the day that was due; 0 before it. */
  readonly lateDays: number;
  /** Number of consecutive due visits that were missed. */
  readonly missed: number;
  /** Searches that missed visits require and that have not been made yet. */
  readonly tasks: readonly TracingTask[];
};

/**
 * Whether anything can be due: a cheap check that is false for most of a list (an agreed day in the future, care that
 * ended, never in care). `careStatus` of such a child is `quiet`, `ended` or `dead`.
 */
export const mayBeDue = (child: CareChild, today: LocalDate): boolean => {
  const { care, screened, unreferred, sentToHospital, seeAgain, diedOn } = child;
  if (diedOn !== null && diedOn <= today) return false;
  if (screened !== null || unreferred !== undefined || sentToHospital !== undefined) return true;
  if (seeAgain !== undefined && seeAgain.agreed <= today) return true;
  return care !== null && !hasLeft(care, today) && !isQuiet(care, child, today);
};

export const careStatus = (child: CareChild, rules: CareRules, today: LocalDate): CareStatus => {
  const status = statusInCare(child, rules, today);
  if (status.kind !== 'quiet') return status;
  const { unreferred, sentToHospital } = child;
  if (unreferred !== undefined && unreferred.on <= today) return { ...status, kind: 'toRefer', on: unreferred.on };
  if (sentToHospital !== undefined && sentToHospital <= today) {
    return { ...status, kind: 'inHospital', on: sentToHospital };
  }
  return watched(status, child, today);
};

/**
 * Status of a child who is not in care but has an agreed day to be seen again: before it, on it, or late; it lapses at
 * six months of age.
 */
const watched = (status: CareStatus, { seeAgain, sixMonthsOn }: CareChild, today: LocalDate): CareStatus => {
  if (seeAgain === undefined || seeAgain.since > today || (sixMonthsOn !== null && sixMonthsOn <= today)) return status;
  const { agreed } = seeAgain;
  return { ...status, kind: dayKind(agreed, today), on: agreed, lateDays: lateFor(agreed, today) };
};

const statusInCare = (child: CareChild, rules: CareRules, today: LocalDate): CareStatus => {
  if (child.diedOn !== null && child.diedOn <= today) return { ...quiet, kind: 'dead', followUp: ended(child) };
  const { care } = child;
  if (care === null) return screenedOr({ ...quiet, followUp: null }, child, rules, today);
  if (hasLeft(care, today)) {
    return screenedOr({ ...quiet, kind: 'ended', followUp: 'ended' }, child, rules, today);
  }
  if (isQuiet(care, child, today)) return { ...quiet, followUp: 'active', on: care.nextOn, agreedBy: care.nextBy };
  const now = followUp(reducedEpisode(care, child.sixMonthsOn), rules, today);
  return standing(care, child, now, today);
};

const quiet = { kind: 'quiet', on: null, agreedBy: null, lateDays: 0, missed: 0, tasks: [] } as const;

const ended = ({ care }: CareChild): CareStatus['followUp'] => (care === null ? null : 'ended');

const hasLeft = ({ exitedOn }: CareStay, today: LocalDate): boolean => exitedOn !== null && exitedOn <= today;

/** Whether the agreed day is still in the future and nothing else can be due. */
const isQuiet = (care: CareStay, { sixMonthsOn }: CareChild, today: LocalDate): boolean =>
  care.status === 'active' &&
  care.hospital === null &&
  care.contactOn !== null &&
  care.contactOn <= today &&
  care.nextOn !== null &&
  care.nextOn > today &&
  (sixMonthsOn === null || sixMonthsOn > today);

const standing = (care: CareStay, child: CareChild, now: FollowUp, today: LocalDate): CareStatus => {
  const first = now.missed[0]?.due ?? now.expectedOn;
  const status = {
    followUp: now.status,
    on: care.promisedOn ?? now.expectedOn,
    agreedBy: care.promisedOn === null && now.expectedOn === care.nextOn ? care.nextBy : null,
    lateDays: first === null ? 0 : Math.max(0, daysBetween(first, today)),
    missed: now.missed.length,
    tasks: now.tasks.filter(({ doneOn }) => doneOn === null),
  };
  switch (now.status) {
    case 'inHospital':
      return { ...quiet, kind: 'inHospital', followUp: now.status, on: care.hospital?.from ?? null };
    case 'defaulted':
      return { ...status, kind: 'defaulted', on: now.defaultedOn };
    case 'reviewDue':
      return { ...status, kind: 'reviewDue', on: child.sixMonthsOn, lateDays: lateFor(child.sixMonthsOn, today) };
    case 'missed':
      return { ...status, kind: status.on === today ? 'dueToday' : 'missed' };
    default:
      return { ...status, kind: isDischargeAlone(care) ? 'backFromHospital' : dayKind(status.on, today) };
  }
};

const lateFor = (day: LocalDate | null, today: LocalDate): number =>
  day === null ? 0 : Math.max(0, daysBetween(day, today));

const dayKind = (on: LocalDate | null, today: LocalDate): CareStatus['kind'] => {
  if (on === null || on > today) return 'quiet';
  return on === today ? 'dueToday' : 'late';
};

const screenedOr = (status: CareStatus, child: CareChild, rules: CareRules, today: LocalDate): CareStatus => {
  const { screened } = child;
  if (screened === null || screened.on > today || !waits(screened.on, child, rules, today)) return status;
  const by = addDays(screened.on, screened.result === 'urgent' ? 0 : rules.assessWithinDays);
  return { ...status, kind: 'screened', on: screened.on, lateDays: lateFor(by, today) };
};

/**
 * A positive screen waits for its assessment until six months of age. A child screened shortly before is waited for as long
 * as a family in care without any contact, before it counts as lost (D68).
 */
const waits = (on: LocalDate, { sixMonthsOn }: CareChild, { noContactDays }: CareRules, today: LocalDate): boolean =>
  sixMonthsOn === null || sixMonthsOn > today || addDays(on, noContactDays) > today;
