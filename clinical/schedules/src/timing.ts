/**
 * The numbers of one scheduled contact for one person: the anchor day and the day counts. A number that is unknown is
 * reported as missing, with the names that would have to be known; nothing is assumed in its place.
 */
import { isDate, type Scope } from '@denba/decisions/value';
import { err, ok, type Result } from '@denba/quantities/result';
import { type CompiledContact, type Rule, unknownIn } from './compile-schedule.ts';

/** Day numbers (`anchor`) and numbers of days. */
export type Timing = {
  readonly anchor: number;
  readonly dueDays: number;
  readonly beforeDays: number;
  readonly afterDays: number | null;
  readonly repeatDays: number | null;
  readonly minIntervalDays: number;
};

/**
 * The error lists the unknown names; when all names are known and a result is still unusable, all names of its rule.
 */
export const timingOf = (compiled: CompiledContact, scope: Scope): Result<Timing, readonly string[]> => {
  const missing = new Set<string>();
  const unusable = (rule: Rule): null => {
    for (const name of unknownIn(rule, scope)) missing.add(name);
    return null;
  };
  const count = (days: number | Rule | null, least: number): number | null => {
    if (days === null || typeof days === 'number') return days;
    const value = days.run(scope);
    return typeof value === 'number' && Number.isInteger(value) && value >= least ? value : unusable(days);
  };
  const value = compiled.anchor.run(scope);
  const anchor = isDate(value) ? value.day : unusable(compiled.anchor);
  const dueDays = count(compiled.dueDays, Number.NEGATIVE_INFINITY);
  const beforeDays = count(compiled.windowBeforeDays, 0) ?? 0;
  const afterDays = count(compiled.windowAfterDays, 0);
  const repeatDays = count(compiled.repeatDays, 1);
  const minIntervalDays = count(compiled.minIntervalDays, 0) ?? 0;
  if (anchor === null || dueDays === null || missing.size > 0) return err([...missing]);
  return ok({ anchor, dueDays, beforeDays, afterDays, repeatDays, minIntervalDays });
};
