/**
 * From facts to counts: the only place where an indicator is evaluated, on the phone and on the server.
 *
 * Missing is never normal: a fact of which it is not known whether it belongs (`among`) counts nowhere; one of which it is
 * not known whether it counts (`when`) is in the denominator and shown as unknown.
 */
import { compileExpression, compileUnaryTests } from '@denba/decisions/run/compile-expression';
import { isList, type Scope, type Value } from '@denba/decisions/value';
import type { LocalDate } from '@denba/quantities/local-date';
import type { CountedFact } from '../facts/counted-fact.ts';
import type { Dimension, Indicator, IndicatorSet } from '../indicator.ts';
import { addCounts, type Count } from './count.ts';

/** `today`: facts that become true later (a visit that may still be kept) do not count yet. */
export type CountFacts = (facts: readonly CountedFact[], today: LocalDate) => readonly Count[];

type Counted = Pick<IndicatorSet, 'indicators' | 'dimensions'>;

export const countFacts = (set: Counted): CountFacts => {
  const tell = tallyFacts(set);
  return (facts, today) => addCounts(tell(facts, today));
};

/** The same, fact by fact, for whoever adds them up with others. */
export const tallyFacts = ({ indicators, dimensions }: Counted): CountFacts => {
  const strata = new Map(dimensions.map((dimension) => [dimension.name, strataOf(dimension)]));
  const byKind = new Map<string, CountFact[]>();
  for (const indicator of indicators) {
    if (indicator.fact === null) continue;
    const counter = counterOf(indicator);
    for (const kind of indicator.fact.split(' ')) byKind.set(kind, [...(byKind.get(kind) ?? []), counter]);
  }
  return (facts, today) => {
    const counts: Count[] = [];
    for (const fact of facts) {
      const counters = byKind.get(fact.kind);
      if (counters === undefined || (fact.since !== undefined && fact.since > today)) continue;
      const seen: Seen = { fact, scope: scopeOf(fact), strataIn: memo((name) => strata.get(name)?.(fact) ?? []) };
      for (const counter of counters) counter(seen, counts);
    }
    return counts;
  };
};

/** Whether a fact is one of the numerator of an indicator, of its denominator alone, or of neither: for the list behind it. */
export type Membership = 'counts' | 'doesNot' | 'unknown' | null;

export const membershipOf = (indicator: Indicator): ((fact: CountedFact, scope?: Scope) => Membership) => {
  const kinds = new Set(indicator.fact?.split(' ') ?? []);
  const among = conditionOf(indicator.among);
  const when = conditionOf(indicator.when);
  return (fact, scope = scopeOf(fact)) => {
    if (!kinds.has(fact.kind) || among(scope) !== true || !hasValue(indicator, fact)) return null;
    const counts = when(scope);
    return counts === null ? 'unknown' : counts ? 'counts' : 'doesNot';
  };
};

/** A fact, and what several indicators ask of it. A fact with several reasons is in the stratum of each. */
type Seen = {
  readonly fact: CountedFact;
  readonly scope: Scope;
  readonly strataIn: (dimension: string) => readonly string[];
};

type CountFact = (seen: Seen, into: Count[]) => void;

const counterOf = (indicator: Indicator): CountFact => {
  const { code, kind, by, value: attribute } = indicator;
  const membership = membershipOf(indicator);
  return ({ fact, scope, strataIn }, into) => {
    const member = membership(fact, scope);
    if (member === null) return;
    const value = attribute === null ? null : ((fact.attributes[attribute] as Value | undefined) ?? null);
    const one = {
      ...{ indicator: code, month: fact.on.slice(0, 7) },
      // What goes out of a stock is less than nothing that comes in.
      ...(kind === 'stock' ? stockOf(member) : { denominator: 1, numerator: member === 'counts' ? 1 : 0 }),
      unknown: member === 'unknown' ? 1 : 0,
      total: kind === 'mean' && typeof value === 'number' ? Math.round(value * TOTAL_SCALE) : 0,
      value: kind === 'spread' ? codeOf(value) : kind === 'median' ? String(value) : '',
    };
    into.push({ ...one, stratum: '' });
    for (const dimension of by) for (const stratum of strataIn(dimension)) into.push({ ...one, stratum });
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

const stockOf = (member: Membership): Pick<Count, 'denominator' | 'numerator'> => ({
  denominator: 0,
  numerator: member === 'counts' ? 1 : member === 'doesNot' ? -1 : 0,
});

const hasValue = ({ kind, value }: Indicator, { attributes }: CountedFact): boolean => {
  if (kind === 'mean') return typeof attributes[value ?? ''] === 'number';
  return kind === 'median' ? Number.isInteger(attributes[value ?? '']) : true;
};

const codeOf = (value: Value): string => (value === null ? UNKNOWN : String(value));

/** A stratum or a code that is not known. */
export const UNKNOWN = '?';

const strataOf = ({ name, attribute, values }: Dimension): ((fact: CountedFact) => readonly string[]) => {
  const tests = values.map(({ value, test }) => ({ value, holds: compileUnaryTests(test) }));
  const valueOfTest = (given: Value): string =>
    given === null ? UNKNOWN : (tests.find(({ holds }) => holds(given, {}) === true)?.value ?? UNKNOWN);
  return ({ attributes }) => {
    const given = (attributes[attribute] ?? null) as Value;
    const found =
      isList(given) && given.length > 0 ? given.map(valueOfTest) : [valueOfTest(isList(given) ? null : given)];
    return [...new Set(found)].map((value) => `${name}=${value}`);
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

const scopeOf = ({ kind, attributes }: CountedFact): Scope => ({ ...(attributes as Scope), fact: kind });
