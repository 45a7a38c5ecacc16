/**
 * The numbers by which follow-up is judged, read once from a protocol's parameters: the rules of `@denba/schedules`,
 * the age of six months, and which answers stay valid until a new one is given. Plain data: a phone stores it beside
 * its list.
 */
import { addDays, addMonths, type LocalDate } from '@denba/quantities/local-date';
import type { FollowUpRules } from '@denba/schedules/episode';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';

export type CareRules = FollowUpRules & {
  /** Six calendar months, or a number of days. */
  readonly sixMonths: { readonly months: number } | { readonly days: number };
  /** The review may be done from `reviewBeforeDays` days before six months of age to `reviewAfterDays` days after. */
  readonly reviewBeforeDays: number;
  readonly reviewAfterDays: number;
  /** Number of days within which the assessment should follow a positive screen. */
  readonly assessWithinDays: number;
  /** Number of days within which a search for a family that missed its visit counts. */
  readonly tracedWithinDays: number;
  /** Data elements whose last answer stays valid until a new one is given (`data-elements.csv`, column `lasting`). */
  readonly lasting: readonly string[];
};

const parameterOf = {
  missedAfterDays: 'missed_after_days',
  missedAfterDaysShort: 'missed_after_short_days',
  shortIntervalDays: 'short_interval_days',
  rebookAfterDays: 'rebook_after_days',
  resumeAfterDays: 'resume_days',
  defaultMisses: 'default_misses',
  noContactDays: 'default_days',
  traceWithinDays: 'trace_days',
  homeVisitMisses: 'home_visit_misses',
  reviewBeforeDays: 'review_before_days',
  reviewAfterDays: 'review_after_days',
  assessWithinDays: 'assess_within_days',
  tracedWithinDays: 'traced_within_days',
} as const;

/** Parameters that are read here, not by an expression of the protocol. */
export const followUpParameters: ReadonlySet<string> = new Set(Object.values(parameterOf));

/** Throws when a parameter is missing: without these numbers follow-up would silently lose families. */
export const followUpRules = (protocol: Pick<CompiledProtocol, 'parameters' | 'elements'>): CareRules => {
  const values = new Map(protocol.parameters.map(({ name, value }) => [name, value]));
  const days = (name: string): number => {
    const value = values.get(name);
    if (typeof value !== 'number') throw new TypeError(`the protocol has no number p.${name}`);
    return value;
  };
  const numbers = Object.entries(parameterOf).map(([rule, name]) => [rule, days(name)]);
  return {
    ...(Object.fromEntries(numbers) as { readonly [Rule in keyof typeof parameterOf]: number }),
    sixMonths: values.get('age_rule') === 'calendar' ? { months: days('exit_months') } : { days: days('exit_days') },
    lasting: protocol.elements.flatMap(({ name, lasting }) => (lasting ? [name] : [])),
  };
};

export const sixMonthsOn = (birthDate: LocalDate, { sixMonths }: Pick<CareRules, 'sixMonths'>): LocalDate =>
  'months' in sixMonths ? addMonths(birthDate, sixMonths.months) : addDays(birthDate, sixMonths.days);
