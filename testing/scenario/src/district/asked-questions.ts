/**
 * Which questions a form asks, given all answers and conclusions. Only the `relevant` cells are evaluated, in the order
 * of the form, and nothing else that a form works out at every answer. An answer to a question that is not asked counts
 * as none.
 */
import { compileExpression } from '@denba/decisions/run/compile-expression';
import { dateValue, type Scope, type Value } from '@denba/decisions/value';
import { growthFunctions } from '@denba/protocols/growth-functions';
import { parseLocalDate } from '@denba/quantities/local-date';
import type { Form, FormItem } from '@denba/questionnaires/form';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';

/**
 * Returns the names of the questions that are asked. `given`: what the form reads from outside, with the parameters as
 * `p`.
 */
export type AskedQuestions = (answers: JsonObject, given: Scope) => ReadonlySet<string>;

export const createAskedQuestions = (form: Form): AskedQuestions => {
  const steps = form.items.flatMap(stepOf);
  return (answers, given) => {
    const scope: Record<string, Value> = { ...given };
    let asked = new Set<string>();
    const walk = ({ relevant, name, inner }: Step): void => {
      if (relevant !== null && relevant(scope) !== true) {
        if (name !== null) scope[name] = null;
        return;
      }
      if (name !== null) {
        asked.add(name);
        scope[name] = asValue(answers[name] ?? null);
      }
      for (const step of inner) walk(step);
    };
    // Repeated, because a question may depend on one that is below it in the form.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const before = asked;
      asked = new Set();
      for (const step of steps) walk(step);
      if (asked.size === before.size) break;
    }
    return asked;
  };
};

const MOST_ROUNDS = 6;

type Step = {
  readonly relevant: ((scope: Scope) => Value) | null;
  /** The name of a question; `null`: a group. */
  readonly name: string | null;
  readonly inner: readonly Step[];
};

const stepOf = (item: FormItem): readonly Step[] => {
  const relevant = item.relevant === null ? null : compileExpression(item.relevant, growthFunctions);
  if (item.kind === 'question') return [{ relevant, name: item.name, inner: [] }];
  return item.kind === 'group' ? [{ relevant, name: null, inner: item.items.flatMap(stepOf) }] : [];
};

const asValue = (answer: JsonValue): Value => {
  if (typeof answer !== 'string') return answer as Value;
  const day = parseLocalDate(answer);
  return day.ok ? dateValue(day.value) : answer;
};
