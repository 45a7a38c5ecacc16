/** Reads off the cells, in the order of the form, what there is to show, to ask next and to hand to decisions. */
import type { Value } from '@denba/decisions/value';
import type { Answers } from './answers.ts';
import { type Cells, type Chain, instanceChains, outermost, pathIn } from './cells.ts';
import type { CompiledForm } from './compile-form.ts';
import type { FormItem } from './form.ts';
import type { Blocking, FormView, QuestionState, VisibleItem } from './form-state.ts';

export const viewForm = ({ form }: CompiledForm, answers: Answers, cells: Cells): FormView => {
  const { visible, undetermined } = show(form.items, outermost, cells);
  const questions = visible.filter((item) => item.kind === 'question');
  const blocking = questions.flatMap(blockingOf);
  return {
    answers,
    visible,
    questions,
    next: questions.find((question) => isOpen(question))?.path ?? null,
    blocking,
    complete: blocking.length === 0,
    undetermined,
    values: Object.fromEntries(valuesOf(form.items, cells)),
  };
};

type Shown = Pick<FormView, 'visible' | 'undetermined'>;

const show = (items: readonly FormItem[], chain: Chain, cells: Cells): Shown => {
  const shown = items.map((item) => showItem(item, chain, cells));
  return { visible: shown.flatMap((each) => each.visible), undetermined: shown.flatMap((each) => each.undetermined) };
};

const nothing: Shown = { visible: [], undetermined: [] };

const showItem = (item: FormItem, chain: Chain, cells: Cells): Shown => {
  const path = pathIn(chain, item.name, chain.prefixes.length - 1);
  const relevance = cells.relevance.get(path);
  if (relevance === undefined || relevance.holds === false) return nothing;
  if (relevance.holds === null) return { visible: [], undetermined: [{ path, missing: relevance.missing }] };
  switch (item.kind) {
    case 'question': {
      const question = cells.verdict.get(path);
      return question === undefined ? nothing : { visible: [question], undetermined: [] };
    }
    case 'note':
      return { visible: [{ kind: 'note', path, note: item }], undetermined: [] };
    case 'calculation': {
      if (item.label === null) return nothing;
      const value = cells.value.get(path) ?? null;
      return { visible: [{ kind: 'calculation', path, calculation: item, value }], undetermined: [] };
    }
    case 'group': {
      const inside = show(item.items, chain, cells);
      return { ...inside, visible: [{ kind: 'group', path, group: item }, ...inside.visible] };
    }
    case 'repeat':
      return showRepeat(item, path, chain, cells);
  }
};

const showRepeat = (item: FormItem & { kind: 'repeat' }, path: string, chain: Chain, cells: Cells): Shown => {
  const instances = cells.instances.get(path) ?? { numbers: null, missing: [] };
  if (instances.numbers === null) return { visible: [], undetermined: [{ path, missing: instances.missing }] };
  const inside = instanceChains(chain, item.name, cells).map((instance) => {
    const shown = show(item.items, instance, cells);
    const heading: VisibleItem = {
      kind: 'instance',
      path: (instance.prefixes.at(-1) ?? '').slice(0, -1),
      repeat: item,
      position: instance.position,
    };
    return { ...shown, visible: [heading, ...shown.visible] };
  });
  return {
    visible: [
      { kind: 'repeat', path, repeat: item, instances: instances.numbers },
      ...inside.flatMap((each) => each.visible),
    ],
    undetermined: inside.flatMap((each) => each.undetermined),
  };
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

const valuesOf = (items: readonly FormItem[], cells: Cells): readonly (readonly [string, Value])[] =>
  items.flatMap((item): readonly (readonly [string, Value])[] => {
    if (item.kind === 'group') return valuesOf(item.items, cells);
    return item.kind === 'note' ? [] : [[item.name, cells.value.get(item.name) ?? null]];
  });
