/**
 * Builds the view from the cells, in the order of the form: what to show, what to ask next, and the values for
 * decisions.
 */
import type { Value } from '@denba/decisions/value';
import type { Answers } from './answers.ts';
import { type Cells, type Chain, instanceChains, outermost, pathIn } from './cells.ts';
import type { CompiledForm } from './compile-form.ts';
import type { FormItem, Repeat } from './form.ts';
import type { Blocking, FormView, QuestionState, VisibleItem } from './form-state.ts';

export const viewForm = ({ form }: CompiledForm, answers: Answers, cells: Cells): FormView => {
  const shown: Shown = { visible: [], questions: [], undetermined: [] };
  for (const item of form.items) show(item, outermost, cells, shown);
  const blocking = shown.questions.flatMap(blockingOf);
  const values: Record<string, Value> = {};
  collectValues(form.items, cells, values);
  return {
    answers,
    ...shown,
    next: shown.questions.find(isOpen)?.path ?? null,
    blocking,
    complete: blocking.length === 0,
    values,
  };
};

/** Lists that `show` fills in the order of the form. */
type Shown = {
  readonly visible: VisibleItem[];
  readonly questions: QuestionState[];
  readonly undetermined: { readonly path: string; readonly missing: readonly string[] }[];
};

const show = (item: FormItem, chain: Chain, cells: Cells, shown: Shown): void => {
  const path = pathIn(chain, item.name, chain.prefixes.length - 1);
  const relevance = cells.relevance.get(path);
  if (relevance === undefined || relevance.holds === false) return;
  if (relevance.holds === null) {
    shown.undetermined.push({ path, missing: relevance.missing });
    return;
  }
  switch (item.kind) {
    case 'question': {
      const question = cells.verdict.get(path);
      if (question === undefined) return;
      shown.visible.push(question);
      shown.questions.push(question);
      return;
    }
    case 'note':
      shown.visible.push({ kind: 'note', path, note: item });
      return;
    case 'calculation': {
      const value = cells.value.get(path) ?? null;
      if (item.label !== null) shown.visible.push({ kind: 'calculation', path, calculation: item, value });
      return;
    }
    case 'group':
      shown.visible.push({ kind: 'group', path, group: item });
      for (const inner of item.items) show(inner, chain, cells, shown);
      return;
    case 'repeat':
      showRepeat(item, path, chain, cells, shown);
  }
};

const showRepeat = (repeat: Repeat, path: string, chain: Chain, cells: Cells, shown: Shown): void => {
  const { numbers, missing } = cells.instances.get(path) ?? { numbers: null, missing: [] };
  if (numbers === null) {
    shown.undetermined.push({ path, missing });
    return;
  }
  shown.visible.push({ kind: 'repeat', path, repeat, instances: numbers });
  for (const instance of instanceChains(chain, repeat.name, cells)) {
    const { position, prefixes } = instance;
    shown.visible.push({ kind: 'instance', path: (prefixes.at(-1) ?? '').slice(0, -1), repeat, position });
    for (const inner of repeat.items) show(inner, instance, cells, shown);
  }
};

const collectValues = (items: readonly FormItem[], cells: Cells, values: Record<string, Value>): void => {
  for (const item of items) {
    if (item.kind === 'group') collectValues(item.items, cells, values);
    else if (item.kind !== 'note') values[item.name] = cells.value.get(item.name) ?? null;
  }
};

const isQuestioned = (question: QuestionState): boolean => question.warnings.some((warning) => !warning.confirmed);

const isOpen = (question: QuestionState): boolean =>
  question.answer === 'unanswered' || question.answer === 'refused' || isQuestioned(question);

const blockingOf = (question: QuestionState): readonly Blocking[] => {
  const { path } = question;
  if (question.answer === 'refused') return [{ path, because: 'refused' }];
  if (question.answer === 'unanswered' && question.required) return [{ path, because: 'unanswered' }];
  return isQuestioned(question) ? [{ path, because: 'unconfirmed' }] : [];
};
