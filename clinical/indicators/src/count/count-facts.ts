/**
 * From facts to counts: the only place where an indicator is evaluated, on the phone and on the server.
 *
 * Missing is never normal: a fact of which it is not known whether it belongs (`among`) counts nowhere; one of which it is
 * not known whether it counts (`when`) is in the denominator and shown as unknown.
 */
import { namesIn } from '@denba/decisions/expression';
import { compileExpression, compileUnaryTests } from '@denba/decisions/run/compile-expression';
import { isList, type Scope, type Value } from '@denba/decisions/value';
import type { LocalDate } from '@denba/quantities/local-date';
import type { CountedFact } from '../facts/counted-fact.ts';
import type { Dimension, Indicator, IndicatorSet } from '../indicator.ts';
import type { Count } from './count.ts';
import { createSums, type Part, type Sums } from './sums.ts';

/** `today`: facts that become true later (a visit that may still be kept) do not count yet. */
export type CountFacts = (facts: readonly CountedFact[], today: LocalDate) => readonly Count[];

type Counted = Pick<IndicatorSet, 'indicators' | 'dimensions'>;

export const countFacts = (set: Counted): CountFacts => {
  const add = sumFacts(set);
  return (facts, today) => {
    const sums = createSums();
    add(sums, facts, today);
    return sums.counts();
  };
};

/** The same, fact by fact, for whoever adds them up otherwise. */
export const tallyFacts = (set: Counted): CountFacts => {
  const tell = tellFacts(set);
  return (facts, today) => {
    const counts: Count[] = [];
    tell(facts, today, (cell, part) => counts.push({ ...cell, ...part }));
    return counts;
  };
};

/** Adds what facts count to sums of others; `times`: -1 takes it away again. */
export type SumFacts = (sums: Sums, facts: readonly CountedFact[], today: LocalDate, times?: 1 | -1) => void;

export const sumFacts = (set: Counted): SumFacts => {
  const tell = tellFacts(set);
  return (sums, facts, today, times = 1) => tell(facts, today, (cell, part) => sums.add(cell, part, times));
};

/** Who hears of a part of a cell. */
type Hear = (cell: Omit<Count, keyof Part>, part: Part) => void;

const tellFacts = ({ indicators, dimensions }: Counted) => {
  const strata = new Map(dimensions.map((dimension) => [dimension.name, strataOf(dimension)]));
  const byKind = new Map<string, CountFact[]>();
  for (const indicator of indicators) {
    if (indicator.fact === null) continue;
    const counter = counterOf(indicator);
    for (const kind of indicator.fact.split(' ')) byKind.set(kind, [...(byKind.get(kind) ?? []), counter]);
  }
  return (facts: readonly CountedFact[], today: LocalDate, hear: Hear): void => {
    for (const fact of facts) {
      const counters = byKind.get(fact.kind);
      if (counters === undefined || (fact.since !== undefined && fact.since > today)) continue;
      const seen: Seen = {
        fact,
        month: fact.on.slice(0, 7),
        strataIn: memo((name) => strata.get(name)?.(fact) ?? []),
      };
      for (const counter of counters) counter(seen, hear);
    }
  };
};

/** Whether a fact is one of the numerator of an indicator, of its denominator alone, or of neither: for the list behind it. */
export type Membership = 'counts' | 'doesNot' | 'unknown' | null;

export const membershipOf = (indicator: Indicator): ((fact: CountedFact) => Membership) => {
  const kinds = new Set(indicator.fact?.split(' ') ?? []);
  const among = conditionOf(indicator.among);
  const when = conditionOf(indicator.when);
  const scopeOf = scopeFor(indicator);
  return (fact) => {
    const scope = scopeOf(fact);
    if (!kinds.has(fact.kind) || among(scope) !== true || !hasValue(indicator, fact)) return null;
    const counts = when(scope);
    return counts === null ? 'unknown' : counts ? 'counts' : 'doesNot';
  };
};

/** A fact, and what several indicators ask of it. A fact with several reasons is in the stratum of each. */
type Seen = {
  readonly fact: CountedFact;
  readonly month: string;
  readonly strataIn: (dimension: string) => readonly string[];
};

type CountFact = (seen: Seen, hear: Hear) => void;

const counterOf = (indicator: Indicator): CountFact => {
  const { code, kind, by, value: attribute } = indicator;
  const membership = membershipOf(indicator);
  return ({ fact, month, strataIn }, hear) => {
    const member = membership(fact);
    if (member === null) return;
    const given = attribute === null ? null : ((fact.attributes[attribute] as Value | undefined) ?? null);
    const part: Part = {
      // What goes out of a stock is less than nothing that comes in.
      denominator: kind === 'stock' ? 0 : 1,
      numerator: member === 'counts' ? 1 : kind === 'stock' && member === 'doesNot' ? -1 : 0,
      unknown: member === 'unknown' ? 1 : 0,
      total: kind === 'mean' && typeof given === 'number' ? Math.round(given * TOTAL_SCALE) : 0,
    };
    const value = kind === 'spread' ? codeOf(given) : kind === 'median' ? String(given) : '';
    hear({ indicator: code, month, stratum: '', value }, part);
    for (const dimension of by) {
      for (const stratum of strataIn(dimension)) hear({ indicator: code, month, stratum, value }, part);
    }
  };
};

const memo = <T>(make: (name: string) => T): ((name: string) => T) => {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    made.set(name, value);
    return value;
  };
};

/** `total` is kept in thousandths, as a whole number: sums of parts of a number would depend on their order. */
export const TOTAL_SCALE = 1000;

const hasValue = ({ kind, value }: Indicator, { attributes }: CountedFact): boolean => {
  const given = attributes[value ?? ''];
  if (kind === 'mean') return canBe(given);
  return kind === 'median' ? canBe(given) && Number.isInteger(given) : true;
};

/** A faulty or hostile phone may conclude any number: one that nothing in care reaches is none, and no sum runs over. */
const canBe = (given: unknown): given is number => typeof given === 'number' && Math.abs(given) < 1_000_000;

const codeOf = (value: Value): string => (value !== null && CODE.test(String(value)) ? String(value) : UNKNOWN);

/** Whatever else a phone may call its conclusion is no code of a protocol. */
const CODE = /^[!-~]{1,60}$/;

/** A stratum or a code that is not known. */
export const UNKNOWN = '?';

const strataOf = ({ name, attribute, values }: Dimension): ((fact: CountedFact) => readonly string[]) => {
  const unknown = `${name}=${UNKNOWN}`;
  const tests = values.map(({ value, test }) => ({ stratum: `${name}=${value}`, holds: compileUnaryTests(test) }));
  const stratumOf = (given: Value): string =>
    given === null ? unknown : (tests.find(({ holds }) => holds(given, {}) === true)?.stratum ?? unknown);
  return ({ attributes }) => {
    const given = (attributes[attribute] ?? null) as Value;
    if (!isList(given)) return [stratumOf(given)];
    return given.length === 0 ? [unknown] : [...new Set(given.map(stratumOf))];
  };
};

const conditionOf = (expression: Indicator['when']): ((scope: Scope) => boolean | null) => {
  if (expression === null) return () => true;
  const run = compileExpression(expression);
  return (scope) => {
    const value = run(scope);
    return typeof value === 'boolean' ? value : null;
  };
};

/** What its conditions may read: the attributes, and under the name `fact` which of its kinds it is. */
const scopeFor = ({ among, when }: Indicator): ((fact: CountedFact) => Scope) => {
  const readsKind = [among, when].some((condition) => condition !== null && namesIn(condition).includes('fact'));
  return readsKind
    ? ({ kind, attributes }) => ({ ...(attributes as Scope), fact: kind })
    : ({ attributes }) => attributes as Scope;
};
