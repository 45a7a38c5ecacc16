/** The expressions of one item of a form, for whoever looks for the names that a form reads. */
import type { Expression } from '@denba/decisions/expression';
import type { FormItem } from './form.ts';

/** Each with the column of the form's sheet in which it is written. Those of the items of a group are not among them. */
export const itemExpressions = (item: FormItem): readonly (readonly [string, Expression])[] =>
  writtenIn(item).flatMap(([column, written]) =>
    written === null || typeof written !== 'object' ? [] : [[column, written] as const],
  );

type Written = readonly (readonly [string, Expression | boolean | number | null])[];

const writtenIn = (item: FormItem): Written => {
  const relevant = ['relevant', item.relevant] as const;
  switch (item.kind) {
    case 'group':
    case 'note':
      return [relevant];
    case 'repeat':
      return [relevant, ['repeat_count', item.count]];
    case 'calculation':
      return [relevant, ['calculation', item.calculation]];
    case 'question':
      return [
        relevant,
        ['required', item.required],
        ['constraint', item.constraint],
        ['plausible', item.plausible],
        ['choice_filter', item.choiceFilter],
        ['default', item.default],
        ['readings_max_difference', item.readings?.maxDifference ?? null],
      ];
  }
};
