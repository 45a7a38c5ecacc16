/**
 * The status of a child in the lists of one centre. A child whom another centre transferred here is awaited until its
 * follow-up is taken up (a visit alone is not enough) or, if it was not in care, until it was seen. It is expected on
 * the day that was agreed before, but no later after the transfer than a child after its discharge from hospital
 * (`resume_days`); after that it counts as missed, is searched for, and defaults by the same rules. At the centre that
 * sent it away, nothing is due any more.
 */
import { addDays, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import { followUp } from '@denba/schedules/follow-up';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import type { LastTransfer } from '../known-facts/last-transfer.ts';
import type { CareChild } from './care-child.ts';
import { type CareStatus, careStatus, mayBeDue } from './care-status.ts';

export type ListedStatus = Omit<CareStatus, 'kind'> & {
  /** `awaited`: transferred here, and not yet in care here. */
  readonly kind: CareStatus['kind'] | 'awaited';
  /**
   * The transfer after which the child is awaited, also when it is missed or defaulted by now; `null` for other
   * children.
   */
  readonly arrival: Pick<LastTransfer, 'on' | 'from'> | null;
};

/** Ids under which this centre records. `null`: not known; then transfers are ignored. */
export type OwnPlaces = ReadonlySet<string> | null;

/** `null`: nothing is due here for this child. */
export const listedStatus = (
  child: CareChild,
  rules: CareRules,
  today: LocalDate,
  here: OwnPlaces,
): ListedStatus | null => {
  const { transfer } = child;
  if (transfer !== undefined && here !== null) {
    if (isAwaitedAt(here, child, transfer, today)) return awaited(child, transfer, rules, today);
    if (!here.has(transfer.to) && transfer.sentAwayBy.some((place) => here.has(place))) return null;
  }
  return mayBeDue(child, today) ? { ...careStatus(child, rules, today), arrival: null } : null;
};

/**
 * A child for whom nothing was due before the transfer is not awaited: one older than six months, or one who had left
 * care before.
 */
const isAwaitedAt = (
  here: ReadonlySet<string>,
  { care, screened, diedOn, sixMonthsOn }: CareChild,
  transfer: LastTransfer,
  today: LocalDate,
): boolean => {
  if (!transfer.awaited || !here.has(transfer.to) || transfer.on > today) return false;
  if (screened !== null || (diedOn !== null && diedOn <= today)) return false;
  if (care === null) return !transfer.seenThere && (sixMonthsOn === null || sixMonthsOn > today);
  return care.status === 'exited' && care.exitCode === 'R3' && care.exitedOn !== null && care.exitedOn <= today;
};

const awaited = (child: CareChild, { on, from }: LastTransfer, rules: CareRules, today: LocalDate): ListedStatus => {
  const { care, sixMonthsOn } = child;
  const usual = addDays(on, rules.resumeAfterDays);
  const agreed = care?.nextOn ?? null;
  const next = agreed !== null && agreed > on && agreed < usual ? agreed : usual;
  const tracings = (care?.tracings ?? []).filter((tracing) => tracing.on > on);
  const until = sixMonthsOn ?? ('9999-12-31' as LocalDate);
  const visits = [{ on, next }];
  const now = followUp({ visits, tracings, hospitalStays: [], until, exitedOn: null }, rules, today);
  const promised = tracings.length === 0 ? null : (care?.promisedOn ?? null);
  const due = now.missed[0]?.due ?? now.expectedOn ?? next;
  // A child who was never in care is not searched for.
  const followed = care !== null && promised !== today;
  return {
    kind: followed && (now.status === 'missed' || now.status === 'defaulted') ? now.status : 'awaited',
    followUp: care === null ? null : now.status,
    on: promised ?? now.expectedOn ?? next,
    agreedBy: null,
    lateDays: Math.max(0, daysBetween(due, today)),
    missed: care === null ? 0 : now.missed.length,
    tasks: care === null ? [] : now.tasks.filter(({ doneOn }) => doneOn === null),
    arrival: { on, from },
  };
};
