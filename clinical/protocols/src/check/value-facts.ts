/**
 * What is known of an expression's value without running it. `null` in a field means unknown, and unknown is never
 * reported.
 */
import { isList, typeOf, type Value } from '@denba/decisions/value';
import type { NameFacts } from '../compile/names.ts';
import type { ValueType } from '../compile/value-type.ts';

export type Kind = 'number' | 'boolean' | 'string' | 'date' | 'duration' | 'list' | 'context' | 'range';

export type ValueFacts = {
  readonly kind: Kind | null;
  readonly unit: string | null;
  /** The codes that it may have, when they are declared. */
  readonly codes: readonly string[] | null;
  /** The texts that it may be, when they are written in the expression itself. */
  readonly texts: readonly string[] | null;
  /** Facts of the items of a list. */
  readonly item: ValueFacts | null;
};

export const anything: ValueFacts = { kind: null, unit: null, codes: null, texts: null, item: null };

export const ofKind = (kind: Kind, unit: string | null = null): ValueFacts => ({ ...anything, kind, unit });

export const listOf = (item: ValueFacts): ValueFacts => ({ ...anything, kind: 'list', item });

export const ofLiteral = (value: Value): ValueFacts => {
  if (value === null) return { ...anything, texts: [] };
  if (typeof value === 'string') return { ...ofKind('string'), texts: [value] };
  if (isList(value)) return listOf(value.map(ofLiteral).reduce(either, { ...anything, texts: [] }));
  const type = typeOf(value);
  if (type === 'null') return anything;
  return ofKind(type.endsWith('duration') ? 'duration' : (type as Kind));
};

export const ofName = (facts: NameFacts): ValueFacts => {
  const kind = kindOf(facts.type);
  const codes = facts.values.length > 0 ? facts.values : null;
  const unit = facts.unit === null ? null : sameUnit(facts.unit);
  const constant = typeof facts.constant === 'string' ? [facts.constant] : null;
  const single: ValueFacts =
    facts.type === 'codes'
      ? listOf({ ...ofKind('string'), codes })
      : { kind, unit, codes, texts: constant, item: null };
  return facts.many ? listOf(single) : single;
};

export const kindOf = (type: ValueType): Kind | null => kinds[type];

const kinds: Readonly<Record<ValueType, Kind | null>> = {
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  code: 'string',
  text: 'string',
  codes: 'list',
  list: 'list',
  date: 'date',
  context: 'context',
  duration: 'duration',
};

/**
 * Facts of a value that is either `a` or `b`. Where they differ a field is unknown, but a known kind wins over an
 * unknown one, and texts are joined.
 */
export const either = (a: ValueFacts, b: ValueFacts): ValueFacts => ({
  kind: a.kind === b.kind ? a.kind : a.kind === null ? b.kind : b.kind === null ? a.kind : null,
  unit: a.unit === b.unit ? a.unit : null,
  codes: a.codes === b.codes ? a.codes : null,
  texts: a.texts === null || b.texts === null ? null : [...a.texts, ...b.texts],
  item: a.item === null || b.item === null ? null : either(a.item, b.item),
});

/** The canonical spelling of a unit that can be written in several ways. */
export const sameUnit = (unit: string): string => spellings[unit] ?? unit;

const spellings: Readonly<Record<string, string>> = {
  day: 'd',
  days: 'd',
  j: 'd',
  week: 'wk',
  weeks: 'wk',
  month: 'mo',
  months: 'mo',
  year: 'y',
  years: 'y',
  kilograms: 'kg',
  grams: 'g',
  'z-score': 'z',
  '/24h': '/d',
  ml: 'mL',
};
