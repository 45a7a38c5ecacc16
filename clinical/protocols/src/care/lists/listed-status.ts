/**
 * How a child stands in the lists of one centre. One that another centre transferred here is waited for until its
 * follow-up is taken up – a visit alone agrees on no other –, or, if it was in no care, until it was seen: it is expected on the day that was agreed before, at the latest as long after
 * the transfer as a child after its discharge from hospital (`resume_days`), and then missed, looked for and lost by the
 * same rules. At the centre that sent it away nothing is asked any more.
 */
import { addDays, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import { followUp } from '@denba/schedules/follow-up';
import type { CareRules } from '../follow-up/follow-up-rules.ts';
import type { LastTransfer } from '../known-facts/last-transfer.ts';
import type { CareChild } from './care-child.ts';
import { type CareStatus, careStatus, mayBeDue } from './care-status.ts';

export type ListedStatus = Omit<CareStatus, 'kind'> & {
  /** `awaited`: transferred here, and not in care here yet. */
  readonly kind: CareStatus['kind'] | 'awaited';
  /** The transfer that a child is waited for after, missed and lost ones included; `null`: it is not one of them. */
  readonly arrival: Pick<LastTransfer, 'on' | 'from'> | null;
};

/** `here`: under which names this centre records. `null`: not known, then the record alone speaks. */
export type OwnPlaces = ReadonlySet<string> | null;

/** `null`: nothing is asked here about this child. */
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

/** Whom nothing was asked about before the transfer is not waited for: older children, and those who left care earlier. */
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
  // Nobody is looked for who was never in care.
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
