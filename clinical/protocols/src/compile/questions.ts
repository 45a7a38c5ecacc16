import type { FormItem, Question } from '@denba/questionnaires/form';

/** Every question of a form, those inside groups and repeats included. */
export const questionsIn = (items: readonly FormItem[]): Question[] =>
  items.flatMap((item) =>
    item.kind === 'question' ? [item] : item.kind === 'group' || item.kind === 'repeat' ? questionsIn(item.items) : [],
  );
