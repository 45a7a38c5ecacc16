/** The choices of a question as options of an input, and the number of columns. */
import type { Language } from '@denba/quantities/text';
import type { Choice } from '@denba/questionnaires/form';

export type Option = { readonly value: string; readonly label: string };

export const optionsOf = (choices: readonly Choice[], language: Language): readonly Option[] =>
  choices.map(({ name, label }) => ({ value: name, label: label[language] }));

/** Characters. Options with labels up to this length are shown in two columns, which saves scrolling. */
const SHORT = 14;

export const columnsFor = (options: readonly Option[]): 1 | 2 =>
  options.length > 1 && options.every(({ label }) => label.length <= SHORT) ? 2 : 1;

/** The option that means "none of these" in a question with several answers. */
export const noneOf = (options: readonly Option[]): string | undefined =>
  options.find(({ value }) => value === 'none')?.value;
