import type { FormItem, Question } from '@denba/questionnaires/form';

/** Every question of a form, including those inside groups and repeats. */
export const questionsIn = (items: readonly FormItem[]): Question[] =>
  items.flatMap((item) =>
    item.kind === 'question' ? [item] : item.kind === 'group' || item.kind === 'repeat' ? questionsIn(item.items) : [],
  );
