import { expect, it } from 'vitest';
import { answersFromSearch } from './typed-start.ts';

const inputs = (typed: string) =>
  Object.fromEntries(Object.entries(answersFromSearch(typed).byPath).map(([path, { input }]) => [path, input]));

it('takes letters for the mother’s name, with capitals where none were typed', () => {
  expect(inputs('  awa  traoré ')).toEqual({ mother_name: 'Awa Traoré' });
  expect(inputs('jean-marie kamissoko')).toEqual({ mother_name: 'Jean-Marie Kamissoko' });
  expect(inputs("Awa N'Diaye")).toEqual({ mother_name: "Awa N'Diaye" });
});

it('takes digits for her telephone, and nothing for neither', () => {
  expect(inputs('76 12 34 56')).toEqual({ phone: '76 12 34 56' });
  expect(inputs('')).toEqual({});
  expect(inputs(' ?! ')).toEqual({});
});
