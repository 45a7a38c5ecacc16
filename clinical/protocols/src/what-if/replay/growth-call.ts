/**
 * Splits a call of `growth_judgement` by the facts that are read of it: a draft with another threshold for daily gain
 * changes some facts, and the others need not be computed again. Which thresholds decide which fact: facts-and-rules.ts
 * of @denba/growth.
 */
import type { Expression } from '@denba/decisions/expression';
import { isContext, type Value } from '@denba/decisions/value';
import { areLimitsWhole, limitsBehindFact } from '../../growth-judgement-function.ts';
import { keysOf } from './read-path.ts';

export type GrowthCall = {
  /** The call reduced to the thresholds that decide the value at a path. */
  readonly decidedBy: (path: string) => Expression;
  /** The call restricted to the facts at these paths. */
  readonly telling: (paths: readonly string[]) => Expression;
};

type Call = Extract<Expression, { readonly kind: 'call' }>;
type Context = Extract<Expression, { readonly kind: 'context' }>;

/**
 * Null unless the whole expression is a call of `growth_judgement` with constant thresholds. `expression`: constants
 * folded.
 */
export const growthCallIn = (expression: Expression): GrowthCall | null => {
  if (expression.kind !== 'call' || expression.function !== 'growth_judgement') return null;
  const [given] = expression.arguments;
  if (given?.kind !== 'context' || given.entries.some(({ key }) => key === 'facts')) return null;
  const limits = given.entries.find(({ key }) => key === 'limits')?.value;
  if (limits?.kind !== 'literal' || !areLimitsWhole(limits.value) || !isContext(limits.value)) return null;
  const all = Object.entries(limits.value as Readonly<Record<string, Value>>);
  return {
    decidedBy: (path) => {
      const behind = limitsBehindFact(factOf(path) ?? '');
      if (behind === null) return expression;
      const own = Object.fromEntries(all.filter(([key]) => behind.includes(key)));
      return withEntry(expression, given, 'limits', own);
    },
    telling: (paths) => {
      const facts = paths.map(factOf);
      return facts.includes(null) ? expression : withEntry(expression, given, 'facts', facts);
    },
  };
};

/** The fact that a path reads (`growth.gain_g` → `gain_g`); null unless it has exactly one key. */
const factOf = (path: string): string | null => {
  const keys = keysOf(path);
  return keys.length === 1 ? (keys[0] ?? null) : null;
};

const withEntry = (call: Call, given: Context, key: string, value: Value): Call => ({
  ...call,
  arguments: [
    {
      kind: 'context',
      entries: [...given.entries.filter((entry) => entry.key !== key), { key, value: { kind: 'literal', value } }],
    },
  ],
});
