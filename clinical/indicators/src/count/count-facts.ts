/**
 * From facts to counts: the only place where an indicator is evaluated, on the phone and on the server.
 *
 * Missing is never normal: a fact for which `among` cannot be decided counts nowhere; a fact for which `when` cannot be
 * decided is in the denominator and counted as unknown.
 */
import { namesIn } from '@denba/decisions/expression';
import { compileExpression, compileUnaryTests } from '@denba/decisions/run/compile-expression';
import { isList, type Scope, type Value } from '@denba/decisions/value';
import type { LocalDate } from '@denba/quantities/local-date';
import type { CountedFact } from '../facts/counted-fact.ts';
import type { Dimension, Indicator, IndicatorSet } from '../indicator.ts';
import type { Count } from './count.ts';
import { createSums, type Part, type Sums } from './sums.ts';

/** `today`: facts that become certain only later (`since`; a visit that may still be kept) are not counted yet. */
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

/**
 * Like `countFacts`, but returns one count per fact and cell, not added up: for callers that add them up differently.
 */
export const tallyFacts = (set: Counted): CountFacts => {
  const tell = tellFacts(set);
  return (facts, today) => {
    const counts: Count[] = [];
    tell(facts, today, (cell, part) => counts.push({ ...cell, ...part }));
    return counts;
  };
};

/** Adds the counts of `facts` to `sums`; with `times` -1 it subtracts them again. */
export type SumFacts = (sums: Sums, facts: readonly CountedFact[], today: LocalDate, times?: 1 | -1) => void;

export const sumFacts = (set: Counted): SumFacts => {
  const tell = tellFacts(set);
  return (sums, facts, today, times = 1) => tell(facts, today, (cell, part) => sums.add(cell, part, times));
};

/** Callback that receives each part that a fact adds to a cell. */
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

/**
 * Whether a fact is in the numerator of an indicator (`counts`), in its denominator only (`doesNot`), in its
 * denominator with an undecided condition (`unknown`), or in neither (`null`). The list behind a figure shows this.
 */
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

/**
 * A fact with what several indicators need of it, computed once. A fact whose attribute is a list (several reasons) is
 * in the stratum of each of its values.
 */
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
      // A stock sums arrivals (+1) and departures (−1) in its numerator; it has no denominator.
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

/**
 * Factor of `total`, which is kept as a whole number of thousandths: a sum of fractions would depend on their order.
 */
export const TOTAL_SCALE = 1000;

const hasValue = ({ kind, value }: Indicator, { attributes }: CountedFact): boolean => {
  const given = attributes[value ?? ''];
  if (kind === 'mean') return canBe(given);
  return kind === 'median' ? canBe(given) && Number.isInteger(given) : true;
};

/**
 * Whether a value can enter a mean or a median. A faulty or hostile phone may send any number: one that no measurement
 * in care reaches is ignored, so that no sum overflows.
 */
const canBe = (given: unknown): given is number => typeof given === 'number' && Math.abs(given) < 1_000_000;

const codeOf = (value: Value): string => (value !== null && CODE.test(String(value)) ? String(value) : UNKNOWN);

/** The form of a protocol's codes; anything else that a phone sends as a conclusion is counted as `UNKNOWN`. */
const CODE = /^[!-~]{1,60}$/;

/** Stands for an unknown stratum or code. */
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

/** What the conditions of an indicator may read: the attributes of the fact, and its kind under the name `fact`. */
const scopeFor = ({ among, when }: Indicator): ((fact: CountedFact) => Scope) => {
  const readsKind = [among, when].some((condition) => condition !== null && namesIn(condition).includes('fact'));
  return readsKind
    ? ({ kind, attributes }) => ({ ...(attributes as Scope), fact: kind })
    : ({ attributes }) => attributes as Scope;
};
