/**
 * Random drafts of the shipped protocol, with changes that nobody would propose: any cut-off, cell, conclusion, contact
 * or rule.
 */
import { namesIn } from '@denba/decisions/expression';
import fc from 'fast-check';
import { cell, type Row } from '../src/read/sheet.ts';
import type { Draft, DraftChange } from '../src/what-if/draft/draft-change.ts';
import { mami, mamiSource } from './mami.ts';

const numbers = mami.parameters.flatMap((parameter) => {
  const { name, value, type, limits } = parameter;
  return typeof value === 'number' ? [{ name, value, whole: type === 'integer', ...limits }] : [];
});

const cutOffOf = (some: typeof numbers): fc.Arbitrary<DraftChange> =>
  fc.tuple(fc.constantFrom(...some), fc.double({ min: 0, max: 1, noNaN: true })).map(([of, share]): DraftChange => {
    const least = of.min ?? of.value - Math.abs(of.value);
    const most = of.max ?? of.value + Math.abs(of.value);
    const value = least + share * (most - least);
    return {
      kind: 'parameter',
      name: of.name,
      value: of.whole || Number.isInteger(of.value) ? Math.round(value) : Math.round(value * 10) / 10,
    };
  });
const cutOff = cutOffOf(numbers);

const tables = [...mamiSource.sheets].filter(([path]) => path.startsWith('tables/')).map(([, sheet]) => sheet);

/** A row, another row of the same table, and a column. */
const rule = (kind: 'when:' | 'then:') =>
  fc
    .constantFrom(...tables)
    .chain(({ rows, columns }) =>
      fc.tuple(
        fc.constantFrom(...rows),
        fc.constantFrom(...rows),
        fc.constantFrom(...columns.filter((name) => name.startsWith(kind))),
      ),
    );

const id = (row: Row): string => cell(row, 'id');

const condition = rule('when:').map(
  ([row, other, column]): DraftChange => ({ kind: 'cell', row: id(row), column, text: cell(other, column) || '-' }),
);
const conclusion = rule('then:').map(
  ([row, other, column]): DraftChange => ({
    kind: 'cell',
    row: id(row),
    column,
    text: cell(other, column) || cell(row, column),
  }),
);
const removed = rule('then:').map(([row]): DraftChange => ({ kind: 'removeRow', row: id(row) }));
const added = rule('then:').map(
  ([row, other]): DraftChange => ({
    ...{ kind: 'addRow', table: id(row).slice(0, id(row).lastIndexOf('.')), before: id(row) },
    cells: { ...other.cells, id: `${id(row)}.new` },
  }),
);
const contact = fc
  .tuple(fc.constantFrom(...mami.schedule), fc.integer({ min: 1, max: 60 }))
  .map(
    ([{ id: of }, days]): DraftChange => ({ kind: 'schedule', contact: of, column: 'due_days', text: String(days) }),
  );

const draftOf = (changes: readonly DraftChange[]): Draft => ({
  ...{ id: 'any', title: { fr: 'Essai', en: 'Trial' }, note: { fr: '', en: '' } },
  changes,
});

export const anyDraft: fc.Arbitrary<Draft> = fc
  .array(fc.oneof({ weight: 3, arbitrary: cutOff }, condition, conclusion, removed, added, contact), {
    minLength: 12,
    maxLength: 20,
  })
  .map(draftOf);

const growth = mami.derived.flatMap(({ name, expression }) => (name === 'growth' ? namesIn(expression) : []));
const numbersOfGrowth = numbers.filter(({ name }) => growth.includes(`p.${name}`));

/** Drafts that change only how growth is judged. */
export const anyDraftOfGrowth: fc.Arbitrary<Draft> = fc
  .array(cutOffOf(numbersOfGrowth), { minLength: 1, maxLength: 4 })
  .map(draftOf);
