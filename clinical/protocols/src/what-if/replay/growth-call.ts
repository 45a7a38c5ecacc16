/**
 * Splits a call of `growth_judgement` into its thresholds and everything else. When a draft moves only thresholds, the base
 * knows for every assessment how far each may move before the judgement can differ (margins.ts), and for every fact which
 * thresholds decide it (facts-and-rules.ts of @denba/growth).
 */
import type { Expression } from '@denba/decisions/expression';
import type { Value } from '@denba/decisions/value';
import type { NotedThreshold } from '@denba/growth/growth-judgement/noted-threshold';
import { limitsBehindFact, notedLimits } from '../../growth-judgement-function.ts';
import { keysOf } from './read-path.ts';

export type GrowthCall = {
  /** The thresholds, in the same order for all calls. */
  readonly thresholds: readonly number[];
  /** Everything but the thresholds that decides the judgement, as text. */
  readonly besides: string;
  /** The call reduced to the thresholds that decide the value at a path. */
  readonly decidedBy: (path: string) => Expression;
  /** The call restricted to the facts at these paths. */
  readonly telling: (paths: readonly string[]) => Expression;
  /** The same, with thresholds that note what they are compared with. */
  readonly noting: (paths: readonly string[]) => NotingCall;
};

export type NotingCall = { readonly expression: Expression; readonly thresholds: readonly NotedThreshold[] };

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
  if (limits?.kind !== 'literal') return null;
  const known = notedLimits(limits.value);
  if (known === null) return null;
  const telling = (paths: readonly string[]): Call => {
    const facts = paths.map(factOf);
    return facts.includes(null) ? expression : withEntry(expression, 'facts', facts);
  };
  return {
    thresholds: known.thresholds.map(({ value }) => value),
    besides: JSON.stringify(withEntry(expression, 'limits', null)),
    decidedBy: (path) => {
      const behind = limitsBehindFact(factOf(path) ?? '');
      if (behind === null) return expression;
      const own = Object.entries(limits.value as Readonly<Record<string, Value>>).filter(([key]) =>
        behind.includes(key),
      );
      return withEntry(expression, 'limits', Object.fromEntries(own));
    },
    telling,
    noting: (paths) => {
      // Of its own, so that nobody else's judgements are noted.
      const noted = notedLimits(limits.value) ?? known;
      return { expression: withEntry(telling(paths), 'limits', noted.limits), thresholds: noted.thresholds };
    },
  };
};

/** The fact that a path reads (`growth.gain_g` → `gain_g`); null unless it has exactly one key. */
const factOf = (path: string): string | null => {
  const keys = keysOf(path);
  return keys.length === 1 ? (keys[0] ?? null) : null;
};

const withEntry = (call: Call, key: string, value: Value): Call => {
  const entries = (call.arguments[0] as Context).entries.filter((entry) => entry.key !== key);
  return {
    ...call,
    arguments: [{ kind: 'context', entries: [...entries, { key, value: { kind: 'literal', value } }] }],
  };
};
