/**
 * One piece of a protocol (a parameter, rule or contact) for the page that changes it, and the change that was typed
 * there.
 */

import type { Piece } from '@denba/portal/draft/change-page';
import { createCellChoices, parameterChoices } from '@denba/protocols/booklet/cell-choices';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { DraftChange } from '@denba/protocols/what-if/draft/draft-change';
import { formatValue } from '@denba/protocols/words/format-value';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import { inBoth } from '@denba/quantities/in-both';
import type { Text } from '@denba/quantities/text';
import { columnLabel, tableOf } from './cell-in-words.ts';
import { ruleInWords } from './change-in-words.ts';
import type { BaseCells } from './protocol-work.ts';

/** Returns `null` when the protocol has no such piece. */
export const pieceOf = (base: CompiledProtocol, cells: BaseCells | null, what: string, name: string): Piece | null => {
  if (what === 'parameter') return parameterPiece(base, name);
  if (what === 'row') return rowPiece(base, cells, name);
  return what === 'contact' ? contactPiece(base, cells, name) : null;
};

const parameterPiece = (base: CompiledProtocol, name: string): Piece | null => {
  const parameter = base.parameters.find((one) => one.name === name);
  if (parameter === undefined) return null;
  const style = createValueStyles(base).style(`p.${name}`);
  const { value, limits } = parameter;
  const span = inBoth((language) =>
    [limits.min, limits.max].map((limit) => (limit === null ? '…' : formatValue(limit, language, style))).join(' – '),
  );
  return {
    what: 'parameter',
    name,
    title: parameter.title,
    now: inBoth((language) => formatValue(value, language, style)),
    limits: limits.min === null && limits.max === null ? null : span,
    field:
      typeof value === 'number'
        ? { kind: 'number', unit: parameter.unit ?? '' }
        : typeof value === 'boolean'
          ? { kind: 'yesNo' }
          : { kind: 'code', hint: parameter.note, now: value, choices: parameterChoices(base, name) },
  };
};

const rowPiece = (base: CompiledProtocol, cells: BaseCells | null, name: string): Piece | null => {
  const row = cells?.rows[name];
  if (row === undefined) return null;
  const columns = Object.keys(row).filter((column) => /^(when|then): /.test(column));
  const table = tableOf(base, name);
  const choicesOf = createCellChoices(base);
  return {
    what: 'row',
    name,
    title: { fr: `Règle ${name}`, en: `Rule ${name}` },
    now: ruleInWords(base, name),
    limits: null,
    field: {
      kind: 'cells',
      columns: columns.map((column) => ({
        column,
        text: row[column] ?? '',
        label: columnLabel(base, table, column),
        offered: choicesOf(table, column, row[column] ?? ''),
      })),
    },
  };
};

const scheduleColumns = {
  due_days: { fr: 'Prévu après (jours)', en: 'Due after (days)' },
  window_before_days: { fr: 'Possible avant, de (jours)', en: 'Possible earlier, by (days)' },
  window_after_days: { fr: 'Possible après, de (jours)', en: 'Possible later, by (days)' },
  repeat_days: { fr: 'Se répète tous les (jours)', en: 'Again every (days)' },
  min_interval_days: { fr: 'Jamais à moins de (jours)', en: 'Never closer than (days)' },
} as const satisfies Record<string, Text>;

const contactPiece = (base: CompiledProtocol, cells: BaseCells | null, name: string): Piece | null => {
  const line = cells?.contacts[name];
  const contact = base.schedule.find(({ id }) => id === name);
  if (line === undefined || contact === undefined) return null;
  return {
    what: 'contact',
    name,
    title: contact.title,
    now: contact.title,
    limits: null,
    field: {
      kind: 'cells',
      columns: Object.entries(scheduleColumns).map(([column, label]) => ({
        column,
        label,
        text: line[column] ?? '',
        offered: null,
      })),
    },
  };
};

/**
 * The change that was typed on the page of a piece. A number that cannot be parsed stays text, and is refused with a
 * message.
 */
export const changeOf = (piece: Piece, fields: Readonly<Record<string, string | undefined>>): DraftChange => {
  const { name, field } = piece;
  const { value = '', column = '', codes } = fields;
  const text = codes === 'yes' ? tickedCodes(fields) : value.trim();
  switch (field.kind) {
    case 'number':
      return { kind: 'parameter', name, value: numberOf(text) };
    case 'yesNo':
      return { kind: 'parameter', name, value: text === 'yes' };
    case 'code':
      return { kind: 'parameter', name, value: text };
    case 'cells':
      return piece.what === 'row'
        ? // A blank cell of an overlay would leave the old text: a dash stands for no condition.
          { kind: 'cell', row: name, column, text: text === '' ? '-' : text }
        : { kind: 'schedule', contact: name, column, text };
  }
};

const tickedCodes = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.keys(fields)
    .flatMap((field) => (field.startsWith('code.') ? [field.slice(5)] : []))
    .join(', ');

const numberOf = (typed: string): number | string => {
  const number = Number(
    typed
      .replace(',', '.')
      .replace('−', '-')
      .replaceAll(/[\s\u00a0\u202f]/g, ''),
  );
  return typed !== '' && Number.isFinite(number) ? number : typed;
};
