/** Compiles a schedule: its expressions become closures, with the names that they read. */

import { type Expression, namesIn } from '@denba/decisions/expression';
import { compileExpression, type HostFunctions } from '@denba/decisions/run/compile-expression';
import { entryOf, isContext, type Scope, type Value } from '@denba/decisions/value';
import type { DayCount, Schedule, ScheduledContact } from './schedule.ts';

export type Rule = { readonly run: (scope: Scope) => Value; readonly names: readonly string[] };

export type CompiledContact = {
  readonly contact: ScheduledContact;
  readonly anchor: Rule;
  readonly dueDays: number | Rule;
  readonly windowBeforeDays: number | Rule | null;
  readonly windowAfterDays: number | Rule | null;
  readonly repeatDays: number | Rule | null;
  readonly minIntervalDays: number | Rule | null;
  readonly relevant: Rule | null;
  readonly stopWhen: Rule | null;
};

export const compileSchedule = (schedule: Schedule, functions: HostFunctions = {}): readonly CompiledContact[] => {
  const rule = (expression: Expression): Rule => ({
    run: compileExpression(expression, functions),
    names: namesIn(expression),
  });
  const days = (count: DayCount): number | Rule => (typeof count === 'number' ? count : rule(count));
  return schedule.map((contact) => ({
    contact,
    anchor: rule(contact.anchor),
    dueDays: days(contact.dueDays),
    windowBeforeDays: contact.windowBeforeDays === null ? null : days(contact.windowBeforeDays),
    windowAfterDays: contact.windowAfterDays === null ? null : days(contact.windowAfterDays),
    repeatDays: contact.repeatDays === null ? null : days(contact.repeatDays),
    minIntervalDays: contact.minIntervalDays === null ? null : days(contact.minIntervalDays),
    relevant: contact.relevant === null ? null : rule(contact.relevant),
    stopWhen: contact.stopWhen === null ? null : rule(contact.stopWhen),
  }));
};

/** The names that the rule reads and whose values are unknown. */
export const missingIn = (rule: Rule, scope: Scope): readonly string[] =>
  rule.names.filter((name) => {
    let value: Value = scope;
    for (const key of name.split('.')) {
      if (!isContext(value)) return value === null;
      value = entryOf(value, key);
    }
    return value === null;
  });

/** Why the rule gave no usable result: the unknown names that it reads, or all its names when none is unknown. */
export const unknownIn = (rule: Rule, scope: Scope): readonly string[] => {
  const missing = missingIn(rule, scope);
  return missing.length > 0 ? missing : rule.names;
};
