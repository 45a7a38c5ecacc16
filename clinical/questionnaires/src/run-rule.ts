/** Runs one expression at its place in the form: looks up what each of its names means there. */
import { entryOf, isContext, type Scope, type Value } from '@denba/decisions/value';
import type { Ternary } from '@denba/quantities/ternary';
import type { Answers } from './answers.ts';
import { type Cells, type Chain, pathIn } from './cells.ts';
import type { CompiledForm } from './compile-form.ts';
import type { Rule, RuleInput } from './form-plan.ts';
import type { Circumstances } from './form-state.ts';
import { enteredValue } from './read-answer.ts';

/** Everything that a step may read. */
export type Frame = {
  readonly compiled: CompiledForm;
  readonly answers: Answers;
  readonly circumstances: Circumstances;
  readonly cells: Cells;
  readonly chain: Chain;
};

export const runRule = (rule: Rule, frame: Frame, local: Scope = {}): Value => rule.run(scopeOf(rule, frame, local));

/** The result as true, false or unknown; a result of any other type counts as unknown. */
export const runCondition = (rule: Rule, frame: Frame, local: Scope = {}): Ternary => {
  const value = runRule(rule, frame, local);
  return typeof value === 'boolean' ? value : null;
};

/** The names that the rule reads and whose values are unknown. */
export const missingIn = (rule: Rule, frame: Frame, local: Scope = {}): readonly string[] => {
  const scope = scopeOf(rule, frame, local);
  return rule.names.filter((name) => {
    let value: Value = scope;
    for (const key of name.split('.')) {
      if (!isContext(value)) return value === null;
      value = entryOf(value, key);
    }
    return value === null;
  });
};

const scopeOf = (rule: Rule, frame: Frame, local: Scope): Scope => {
  const scope: Record<string, Value> = {};
  for (const input of rule.inputs) scope[input.root] = find(input, frame, local);
  return scope;
};

const find = (input: RuleInput, { chain, cells, circumstances }: Frame, local: Scope): Value => {
  if (input.from === 'given') return entryOf(circumstances.given, input.root);
  if (input.from === 'local') return entryOf(local, input.root);
  if (input.from === 'position') return chain.position;
  const path = pathIn(chain, input.root, input.depth);
  return input.layer === 'entered' ? enteredValue(cells.entered.get(path)) : (cells.value.get(path) ?? null);
};
