/** The choices of a question as a screen offers them, and how many stand side by side. */
import type { Language } from '@denba/quantities/text';
import type { Choice } from '@denba/questionnaires/form';

export type Option = { readonly value: string; readonly label: string };

export const optionsOf = (choices: readonly Choice[], language: Language): readonly Option[] =>
  choices.map(({ name, label }) => ({ value: name, label: label[language] }));

/** Short words stand in two columns: fewer scrolls for one thumb. */
const SHORT = 14;

export const columnsFor = (options: readonly Option[]): 1 | 2 =>
  options.length > 1 && options.every(({ label }) => label.length <= SHORT) ? 2 : 1;

/** The code that means "none of these" in a list with several answers. */
export const noneOf = (options: readonly Option[]): string | undefined =>
  options.find(({ value }) => value === 'none')?.value;
