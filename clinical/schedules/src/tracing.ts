/**
 * The searches for families that missed visits require, and whether they were done. Source: mami.md §1.8, escalation.
 */
import { fromDayNumber, type LocalDate, toDayNumber } from '@denba/quantities/local-date';
import type { Absence } from './absence.ts';
import type { FollowUpRules, Tracing } from './episode.ts';

export type TracingTask = {
  /** `contact`: a call or a visit of the community health worker. `homeVisit`: only a visit counts. */
  readonly kind: 'contact' | 'homeVisit';
  readonly raisedOn: LocalDate;
  readonly dueBy: LocalDate;
  readonly doneOn: LocalDate | null;
  readonly lateDays: number;
};

export const tracingTasks = (
  missed: Absence['missed'],
  tracings: readonly Tracing[],
  rules: FollowUpRules,
  today: LocalDate,
): readonly TracingTask[] => {
  const raised = [
    { kind: 'contact', miss: missed[0] },
    { kind: 'homeVisit', miss: missed[rules.homeVisitMisses - 1] },
  ] as const;
  return raised.flatMap(({ kind, miss }) => {
    if (miss === undefined) return [];
    const raisedOn = fromDayNumber(miss.missedOn);
    const dueBy = fromDayNumber(miss.missedOn + rules.traceWithinDays);
    const doneOn = firstAttempt(kind, raisedOn, tracings, today);
    const lateDays = Math.max(0, toDayNumber(doneOn ?? today) - toDayNumber(dueBy));
    return [{ kind, raisedOn, dueBy, doneOn, lateDays }];
  });
};

const firstAttempt = (
  kind: TracingTask['kind'],
  from: LocalDate,
  tracings: readonly Tracing[],
  today: LocalDate,
): LocalDate | null => {
  const days = tracings
    .filter(({ on, by }) => on >= from && on <= today && (kind === 'contact' || by === 'visit'))
    .map(({ on }) => on)
    .sort();
  return days[0] ?? null;
};
