/**
 * Which questions a form asks, given all answers and conclusions. Only the `relevant` cells are evaluated, in the order
 * of the form, and nothing else that a form works out at every answer. An answer to a question that is not asked counts
 * as none.
 */
import { namesIn } from '@denba/decisions/expression';
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
  // A question may wait for one that stands below it: then the form is gone through again, until nothing changes.
  const rounds = waitsForLater(form.items) ? MOST_ROUNDS : 1;
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
    for (let round = 0; round < rounds; round += 1) {
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

const waitsForLater = (items: readonly FormItem[]): boolean => {
  const flat = items.flatMap(withInner);
  return flat.some(({ relevant }, at) => {
    const read = new Set(relevant === null ? [] : namesIn(relevant).map((name) => name.split('.', 1)[0]));
    return flat.slice(at).some((item) => item.kind === 'question' && read.has(item.name));
  });
};

const withInner = (item: FormItem): readonly FormItem[] =>
  item.kind === 'group' ? [item, ...item.items.flatMap(withInner)] : [item];

const asValue = (answer: JsonValue): Value => {
  if (typeof answer !== 'string') return answer as Value;
  const day = parseLocalDate(answer);
  return day.ok ? dateValue(day.value) : answer;
};
