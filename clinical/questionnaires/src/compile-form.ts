/**
 * Compiles a form: expressions become closures, and steps are ordered so that each comes after what it reads. Names
 * used twice, names read from outside their repeat, unknown lists and cycles are problems; all are reported at once,
 * each with its cure. Names that the form does not define are taken from the facts given to it: `reads` lists them, so
 * that the protocol's checker can compare them with what exists.
 */

import { type Expression, namesIn } from '@denba/decisions/expression';
import { compileExpression, type HostFunctions } from '@denba/decisions/run/compile-expression';
import { err, ok, type Result } from '@denba/quantities/result';
import type { Calculation, Form, FormItem, Question, Repeat } from './form.ts';
import type { Layer, Place, Rule, RuleInput, Step, StepRef } from './form-plan.ts';
import { type FormProblem, problem } from './form-problem.ts';
import { type FormWiring, wireSteps } from './form-wiring.ts';
import { orderSteps } from './order-steps.ts';

export type CompiledForm = {
  readonly form: Form;
  readonly steps: readonly Step[];
  readonly wiring: FormWiring;
  /** Names that must come from outside, with their paths (`p.waz_cut`), sorted. */
  readonly reads: readonly string[];
};

/** Names that have a meaning only within one expression and are not items of the form. */
const localNames: readonly string[] = ['value', 'choice', 'position'];

export const compileForm = (
  form: Form,
  functions: HostFunctions = {},
): Result<CompiledForm, readonly FormProblem[]> => {
  const problems: FormProblem[] = [];
  const places = placesOf(form.items, null, []);
  const byName = new Map<string, Place>();
  for (const place of places) {
    const { name } = place.item;
    if (byName.has(name)) problems.push(problem.duplicateName(name));
    if (localNames.includes(name)) problems.push(problem.reservedName(name));
    byName.set(name, place);
  }
  const context: Context = { form, functions, byName, problems, outside: new Set() };
  const ordered = orderSteps(places.flatMap((place) => stepsOf(place, context)));
  if (!ordered.ok) problems.push(problem.cycle(ordered.error));
  if (problems.length > 0 || !ordered.ok) return err(problems);
  return ok({ form, steps: ordered.value, wiring: wireSteps(ordered.value), reads: [...context.outside].sort() });
};

type Context = {
  readonly form: Form;
  readonly functions: HostFunctions;
  readonly byName: ReadonlyMap<string, Place>;
  readonly problems: FormProblem[];
  readonly outside: Set<string>;
};

const placesOf = (items: readonly FormItem[], parent: Place | null, repeats: readonly string[]): readonly Place[] =>
  items.flatMap((item) => {
    const place: Place = { item, parent, repeats };
    if (item.kind === 'group') return [place, ...placesOf(item.items, place, repeats)];
    if (item.kind === 'repeat') return [place, ...placesOf(item.items, place, [...repeats, item.name])];
    return [place];
  });

const stepsOf = (place: Place, context: Context): readonly Step[] => {
  const { item } = place;
  const relevance = relevanceStep(place, context);
  if (item.kind === 'question') return [relevance, ...questionSteps(place, item, context)];
  if (item.kind === 'calculation') return [relevance, calculationStep(place, item, context)];
  if (item.kind === 'repeat') return [relevance, ...repeatSteps(place, item, context)];
  return [relevance];
};

const relevanceStep = (place: Place, context: Context): Step => {
  const rule = ruleOf(place.item.relevant, place, 'value', context);
  const parent = place.parent === null ? null : ref('relevance', place.parent);
  return { kind: 'relevance', ...at(place), parent, rule, reads: [...(parent ? [parent] : []), ...readsOf(rule)] };
};

const questionSteps = (place: Place, question: Question, context: Context): readonly Step[] => {
  const difference = question.readings?.maxDifference ?? null;
  const maxDifference = isExpression(difference) ? ruleOf(difference, place, 'value', context) : difference;
  if (question.choices !== null && context.form.choices[question.choices] === undefined) {
    context.problems.push(problem.unknownChoices(question.name, question.choices));
  }
  const entered = (expression: Expression | null): Rule | null => ruleOf(expression, place, 'entered', context);
  const required = isExpression(question.required) ? (entered(question.required) ?? true) : question.required;
  const checks = {
    constraint: entered(question.constraint),
    plausible: entered(question.plausible),
    choiceFilter: entered(question.choiceFilter),
    default: entered(question.default),
  };
  const checkReads = [...Object.values(checks), typeof required === 'boolean' ? null : required].flatMap(readsOf);
  const differenceReads = typeof maxDifference === 'number' ? [] : readsOf(maxDifference);
  return [
    { kind: 'entered', ...at(place), question, maxDifference, reads: [ref('relevance', place), ...differenceReads] },
    { kind: 'verdict', ...at(place), question, required, ...checks, reads: [ref('entered', place), ...checkReads] },
    { kind: 'value', of: 'question', ...at(place), question, reads: [ref('verdict', place)] },
  ];
};

const calculationStep = (place: Place, calculation: Calculation, context: Context): Step => {
  const rule = compileRule(calculation.calculation, place, 'value', context);
  const reads = [ref('relevance', place), ...readsOf(rule)];
  return { kind: 'value', of: 'calculation', ...at(place), calculation, rule, reads };
};

const repeatSteps = (place: Place, repeat: Repeat, context: Context): readonly Step[] => {
  const count = ruleOf(repeat.count, place, 'value', context);
  const inside = placesOf(repeat.items, place, [...place.repeats, repeat.name]);
  const members = inside.filter(
    ({ item, repeats }) => repeats.length === place.repeats.length + 1 && item.kind !== 'group' && item.kind !== 'note',
  );
  return [
    { kind: 'instances', ...at(place), count, reads: [ref('relevance', place), ...readsOf(count)] },
    {
      kind: 'value',
      of: 'repeat',
      ...at(place),
      repeat,
      members: members.map(({ item }) => item.name),
      reads: [ref('instances', place), ...members.map((member) => ref('value', member))],
    },
  ];
};

const at = (place: Place): { name: string; repeats: readonly string[] } => ({
  name: place.item.name,
  repeats: place.repeats,
});

const ref = (kind: StepRef['kind'], { item, repeats }: Place): StepRef => ({
  kind,
  name: item.name,
  depth: repeats.length,
});

const isExpression = (value: boolean | number | Expression | null): value is Expression =>
  typeof value === 'object' && value !== null;

const ruleOf = (expression: Expression | null, place: Place, layer: Layer, context: Context): Rule | null =>
  expression === null ? null : compileRule(expression, place, layer, context);

const compileRule = (expression: Expression, place: Place, layer: Layer, context: Context): Rule => {
  const names = namesIn(expression);
  const roots = [...new Set(names.map(rootOf))];
  const inputs = roots.map((root) => inputOf(root, place, layer, context));
  const outside = new Set(inputs.filter(({ from }) => from === 'given').map(({ root }) => root));
  for (const name of names) if (outside.has(rootOf(name))) context.outside.add(name);
  return { run: compileExpression(expression, context.functions), inputs, names };
};

const rootOf = (name: string): string => name.split('.', 1)[0] ?? name;

const inputOf = (root: string, place: Place, layer: Layer, context: Context): RuleInput => {
  if (root === 'position') {
    const depth = place.repeats.length - 1;
    return { from: 'position', root, repeat: place.repeats[depth] ?? null, depth };
  }
  if (localNames.includes(root)) return { from: 'local', root };
  const target = context.byName.get(root);
  if (target === undefined) return { from: 'given', root };
  const { item, repeats } = target;
  if (item.kind === 'group' || item.kind === 'note') {
    context.problems.push(problem.notAValue(place.item.name, root));
  } else if (!repeats.every((repeat, depth) => place.repeats[depth] === repeat)) {
    context.problems.push(problem.outOfRepeat(place.item.name, root, repeats.at(-1) ?? ''));
  }
  return { from: 'form', root, layer: item.kind === 'question' ? layer : 'value', depth: repeats.length };
};

const readsOf = (rule: Rule | null): readonly StepRef[] =>
  (rule?.inputs ?? []).flatMap((input): readonly StepRef[] => {
    if (input.from === 'form') return [{ kind: input.layer, name: input.root, depth: input.depth }];
    if (input.from !== 'position' || input.repeat === null) return [];
    return [{ kind: 'instances', name: input.repeat, depth: input.depth }];
  });
