/** A new rule of a table for the page that adds it, and the change that was typed there. */
import type { NewRule, TypedRule } from '@denba/portal/draft/rule-page';
import { tableReading } from '@denba/protocols/booklet/booklet-tables';
import { createCellCodes } from '@denba/protocols/booklet/cell-choices';
import { columnWords } from '@denba/protocols/booklet/column-words';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { anyone, audiencesIn } from '@denba/protocols/read/audience';
import type { DraftChange } from '@denba/protocols/what-if/draft/draft-change';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import { ruleInWords } from './change-in-words.ts';
import type { ListedDraft } from './draft-store.ts';
import type { BaseCells } from './protocol-work.ts';

export type AddedRule = Extract<DraftChange, { kind: 'addRow' }>;

type Fields = Readonly<Record<string, string | undefined>>;

/** The rule of this id that the draft adds to the table, to correct it; `null`: there is none. */
export const addedRule = (
  { changes }: Pick<ListedDraft, 'changes'>,
  table: string,
  rule: string,
): { readonly change: AddedRule; readonly reason: string } | null => {
  for (const { change, reason } of changes) {
    if (change.kind === 'addRow' && change.table === table && change.cells['id'] === rule) return { change, reason };
  }
  return null;
};

/** Returns an id such as `MAMI.DT.07.3fa9c2d1-1`, which no other draft and no later release of the protocol uses. */
export const nextRuleId = ({ id, changes }: Pick<ListedDraft, 'id' | 'changes'>, table: string): string => {
  const stem = `${table}.${id.replace(/^d-/, '')}-`;
  const numbers = changes.flatMap(({ change }) => {
    const name = change.kind === 'addRow' ? (change.cells['id'] ?? '') : '';
    return name.startsWith(stem) ? [Number(name.slice(stem.length))] : [];
  });
  return `${stem}${Math.max(0, ...numbers) + 1}`;
};

/** The `when:` and `then:` columns of a table, as in the head of its sheet. */
const columnsOf = (base: CompiledProtocol, cells: BaseCells, table: string): readonly string[] => {
  const row = base.tables.find(({ id }) => id === table)?.rows[0];
  return Object.keys(cells.rows[row?.id ?? ''] ?? {}).filter((column) => /^(when|then):/.test(column));
};

const fieldOf = (column: string, at: number): string => `${column.slice(0, 4)}.${at}`;

/** `filled`: the present values of the form. Returns `null` when the protocol has no such table. */
export const newRuleOf = (
  base: CompiledProtocol,
  cells: BaseCells,
  filled: Pick<AddedRule, 'table' | 'cells'>,
  rule: string | null,
): NewRule | null => {
  const table = base.tables.find(({ id }) => id === filled.table);
  if (table === undefined) return null;
  const codesOf = createCellCodes(base);
  const list = columnsOf(base, cells, table.id).map((column, at) => ({
    column,
    field: fieldOf(column, at),
    text: filled.cells[column] ?? '',
    label: columnWords(base, table.name, column),
    codes: codesOf(table.name, column),
  }));
  const { label } = createValueStyles(base);
  const chosen = audiencesIn(filled.cells['for'] ?? '');
  const audiences = new Set(Object.values(cells.rows).flatMap((row) => audiencesIn(row['for'] ?? '')));
  return {
    table: { id: table.id, title: table.title, reading: tableReading(table.hitPolicy) },
    rule,
    places: table.rows.map(({ id }) => ({ id, reason: ruleInWords(base, id) })),
    audiences: [...audiences]
      .sort()
      .map((code) => ({ code, chosen: chosen.includes(code), words: code === anyone ? trueOfAll : label(code) })),
    asks: list.filter(({ column }) => column.startsWith('when:')),
    gives: list.filter(({ column }) => column.startsWith('then:')),
  };
};

const trueOfAll = { fr: 'La phrase est vraie de tous', en: 'The sentence is true of all' };

/** The change that was typed. In a cell, text written by hand takes precedence over ticked codes. */
export const typedRule = (base: CompiledProtocol, cells: BaseCells, fields: Fields, id: string): AddedRule => {
  const table = fields['table'] ?? '';
  const typed = columnsOf(base, cells, table).map((column, at) => {
    const field = fieldOf(column, at);
    const text = (fields[`${field}.text`] ?? '').trim();
    return [column, text || ticked(fields, `${field}.code.`).join(', ') || (fields[`${field}.code`] ?? '')] as const;
  });
  const audiences = ticked(fields, 'for.').join(' ');
  return {
    kind: 'addRow',
    table,
    before: fields['before'] || null,
    cells: {
      id,
      ...(audiences === '' ? {} : { for: audiences }),
      ...Object.fromEntries(typed),
      'reason::fr': (fields['reason-fr'] ?? '').trim(),
      'reason::en': (fields['reason-en'] ?? '').trim(),
    },
  };
};

const ticked = (fields: Fields, prefix: string): readonly string[] =>
  Object.keys(fields).flatMap((field) => (field.startsWith(prefix) ? [field.slice(prefix.length)] : []));

export const asTyped = ({ before, cells }: AddedRule, why: string, problems: TypedRule['problems']): TypedRule => ({
  before,
  why,
  problems,
  reason: { fr: cells['reason::fr'] ?? '', en: cells['reason::en'] ?? '' },
});
