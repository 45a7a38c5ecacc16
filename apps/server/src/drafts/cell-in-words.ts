/** A cell of a rule and the heading of its column, in the words of the protocol. */
import { chosenWords, createCellChoices } from '@denba/protocols/booklet/cell-choices';
import { columnWords } from '@denba/protocols/booklet/column-words';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { Text } from '@denba/quantities/text';

export const asText = (text: string): Text => ({ fr: text, en: text });

/** `table`: name of the table. */
export const cellInWords = (base: CompiledProtocol, table: string, column: string, text: string): Text => {
  const choices = createCellChoices(base)(table, column, text);
  return choices === null || choices.chosen.length === 0 ? asText(text || '–') : chosenWords(choices);
};

/** Name of the table that contains a rule, by the rule's id; empty when there is none. */
export const tableOf = ({ tables }: CompiledProtocol, row: string): string =>
  tables.find(({ rows }) => rows.some(({ id }) => id === row))?.name ?? '';

/** The id of the row and the heading of a column (such as `when: waz`) in the words of the protocol. */
export const withColumn = (base: CompiledProtocol, row: string, column: string): Text => {
  const label = columnLabel(base, tableOf(base, row), column);
  return { fr: `${row}, ${label.fr}`, en: `${row}, ${label.en}` };
};

export const columnLabel = (base: CompiledProtocol, table: string, column: string): Text => {
  const kind = column.split(':', 1)[0];
  const words = kind === 'when' ? { fr: 'si', en: 'if' } : kind === 'then' ? { fr: 'alors', en: 'then' } : null;
  if (words === null) return asText(column);
  const label = columnWords(base, table, column);
  return { fr: `${words.fr} : ${label.fr}`, en: `${words.en}: ${label.en}` };
};
