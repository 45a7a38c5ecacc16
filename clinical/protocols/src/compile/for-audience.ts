/**
 * The relevance of a question with `for`: it is not asked when one of the conditions is certainly false; else
 * `relevant` decides alone.
 */
import type { Expression } from '@denba/decisions/expression';

export const forAudience = (relevant: Expression | null, conditions: readonly string[]): Expression | null =>
  conditions
    .map(unlessFalse)
    .reduceRight<Expression | null>(
      (rest, condition) => (rest === null ? condition : { kind: 'and', left: condition, right: rest }),
      relevant,
    );

const unlessFalse = (name: string): Expression => ({
  kind: 'if',
  condition: { kind: 'comparison', operator: '=', left: { kind: 'name', name }, right: literal(null) },
  whenTrue: literal(true),
  whenFalse: { kind: 'name', name },
});

const literal = (value: boolean | null): Expression => ({ kind: 'literal', value });
