/** Builds forms for tests, written like rows of a sheet: expressions as text, with defaults for everything else. */

import type { Expression } from '@denba/decisions/expression';
import { parseExpression } from '@denba/decisions/parse/parse-expression';
import type { HostFunctions } from '@denba/decisions/run/compile-expression';
import type { Text } from '@denba/quantities/text';
import type { Input } from '../src/answers.ts';
import { type CompiledForm, compileForm } from '../src/compile-form.ts';
import { type DataElement, openLimits } from '../src/data-element.ts';
import type { Calculation, Choice, Form, FormItem, Group, Note, Question, QuestionType, Repeat } from '../src/form.ts';
import type { FormProblem } from '../src/form-problem.ts';

export const text = (words: string): Text => ({ fr: `${words} (fr)`, en: words });

export const feel = (source: string): Expression => {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.map((error) => error.message.en).join('; ')}`);
  return parsed.value;
};

const optional = (source: string | undefined): Expression | null => (source === undefined ? null : feel(source));

type Columns = {
  readonly relevant?: string;
  readonly required?: boolean | string;
  readonly constraint?: string;
  readonly constraintMessage?: string;
  readonly plausible?: string;
  readonly plausibleMessage?: string;
  readonly choices?: string;
  readonly choiceFilter?: string;
  readonly default?: string;
  readonly readings?: number | string;
  readonly well?: Input;
};

const plain = { picture: null, widget: null } as const;

export const question = (name: string, type: QuestionType, columns: Columns = {}): Question => ({
  kind: 'question',
  name,
  type,
  label: text(name),
  hint: null,
  relevant: optional(columns.relevant),
  required: typeof columns.required === 'string' ? feel(columns.required) : (columns.required ?? false),
  constraint: optional(columns.constraint),
  constraintMessage: columns.constraintMessage === undefined ? null : text(columns.constraintMessage),
  plausible: optional(columns.plausible),
  plausibleMessage: columns.plausibleMessage === undefined ? null : text(columns.plausibleMessage),
  choices: columns.choices ?? null,
  choiceFilter: optional(columns.choiceFilter),
  default: optional(columns.default),
  readings:
    columns.readings === undefined
      ? null
      : { maxDifference: typeof columns.readings === 'number' ? columns.readings : feel(columns.readings) },
  well: columns.well ?? null,
  ...plain,
});

export const group = (name: string, items: readonly FormItem[], relevant?: string): Group => ({
  kind: 'group',
  name,
  label: text(name),
  relevant: optional(relevant),
  items,
  ...plain,
});

export const repeat = (
  name: string,
  items: readonly FormItem[],
  columns: { readonly relevant?: string; readonly count?: string } = {},
): Repeat => ({
  kind: 'repeat',
  name,
  label: text(name),
  relevant: optional(columns.relevant),
  count: optional(columns.count),
  items,
});

export const calculation = (name: string, source: string, relevant?: string): Calculation => ({
  kind: 'calculation',
  name,
  label: null,
  relevant: optional(relevant),
  calculation: feel(source),
});

export const note = (name: string, relevant?: string): Note => ({
  kind: 'note',
  name,
  label: text(name),
  relevant: optional(relevant),
});

export const choice = (name: string, columns: Record<string, string> = {}): Choice => ({
  name,
  label: text(name),
  columns,
});

export const element = (
  name: string,
  facts: Partial<Omit<DataElement, 'name'>> = {},
): Readonly<Record<string, DataElement>> => ({
  [name]: {
    name,
    type: 'number',
    label: text(name),
    unit: null,
    values: [],
    notAssessed: [],
    hard: openLimits,
    soft: openLimits,
    ...facts,
  },
});

export const formOf = (items: readonly FormItem[], rest: Partial<Pick<Form, 'choices' | 'elements'>> = {}): Form => ({
  id: 'test',
  title: text('test'),
  items,
  choices: {},
  elements: {},
  ...rest,
});

export const compiledFormOf = (
  items: readonly FormItem[],
  rest: Partial<Pick<Form, 'choices' | 'elements'>> = {},
  functions: HostFunctions = {},
): CompiledForm => {
  const compiled = compileForm(formOf(items, rest), functions);
  if (!compiled.ok) throw new Error(compiled.error.map((each) => each.message.en).join('\n'));
  return compiled.value;
};

export const problemsOf = (items: readonly FormItem[]): readonly FormProblem[] => {
  const compiled = compileForm(formOf(items));
  return compiled.ok ? [] : compiled.error;
};
