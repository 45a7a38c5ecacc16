/**
 * Builds contacts for tests, written like rows of the sheet: expressions as text, with defaults for everything else.
 */
import type { Expression } from '@denba/decisions/expression';
import { parseExpression } from '@denba/decisions/parse/parse-expression';
import { dateValue, type Scope, type Value } from '@denba/decisions/value';
import { localDate } from '@denba/quantities/local-date';
import { type CompiledContact, compileSchedule } from '../src/compile-schedule.ts';
import type { History, ScheduledContact } from '../src/schedule.ts';

type Columns = {
  readonly anchor?: string;
  readonly due?: number | string;
  readonly before?: number | string;
  readonly after?: number | string;
  readonly repeat?: number | string;
  readonly minInterval?: number | string;
  readonly relevant?: string;
  readonly stopWhen?: string;
};

export const contact = (id: string, columns: Columns = {}): ScheduledContact => ({
  id,
  title: { fr: id, en: id },
  anchor: feel(columns.anchor ?? 'birth_date'),
  dueDays: days(columns.due ?? 0),
  windowBeforeDays: columns.before === undefined ? null : days(columns.before),
  windowAfterDays: columns.after === undefined ? null : days(columns.after),
  repeatDays: columns.repeat === undefined ? null : days(columns.repeat),
  minIntervalDays: columns.minInterval === undefined ? null : days(columns.minInterval),
  relevant: columns.relevant === undefined ? null : feel(columns.relevant),
  stopWhen: columns.stopWhen === undefined ? null : feel(columns.stopWhen),
  status: 'default',
  source: 'test',
});

export const compiledContact = (columns: Columns = {}): CompiledContact => {
  const [compiled] = compileSchedule([contact('TEST.S.01', columns)]);
  if (compiled === undefined) throw new Error('one line gives one contact');
  return compiled;
};

/** A scope in which texts that look like dates are dates. */
export const scope = (facts: Readonly<Record<string, Value>>): Scope =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateValue(localDate(value)) : value,
    ]),
  );

export const history = (done: readonly string[], rest: Partial<Omit<History, 'done'>> = {}): History => ({
  done: done.map(localDate),
  before: [],
  moved: [],
  ...rest,
});

const feel = (source: string): Expression => {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.map((error) => error.message.en).join('; ')}`);
  return parsed.value;
};

const days = (count: number | string): number | Expression => (typeof count === 'number' ? count : feel(count));
