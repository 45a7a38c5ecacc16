/** A change of a draft in words: what it concerns, the value before and the value after. */

import type { ShownChange } from '@denba/portal/draft/draft-view';
import { makeBooklet } from '@denba/protocols/booklet/booklet';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { DraftChange } from '@denba/protocols/what-if/draft/draft-change';
import { formatValue } from '@denba/protocols/words/format-value';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import type { Text } from '@denba/quantities/text';
import { asText, cellInWords, columnLabel, tableOf, withColumn } from './cell-in-words.ts';
import { targetOf } from './draft-store.ts';
import type { BaseCells } from './protocol-work.ts';

type InWords = Pick<ShownChange, 'what' | 'before' | 'after' | 'details'>;

/** The title without the part that holds the value, shown as `…`: « PB bas : sous … mm ». */
const withoutValue = (title: string): string => (title.includes('…') ? (title.split(/\s*:\s/, 1)[0] ?? title) : title);

/** For a draft whose base protocol is no longer available. */
export const unknownWords = (change: DraftChange): InWords => ({
  what: asText(targetOf(change)),
  before: asText('?'),
  after: asText('text' in change ? change.text : 'value' in change ? String(change.value) : '–'),
  details: [],
});

export const changeInWords = (base: CompiledProtocol, cells: BaseCells | null, change: DraftChange): InWords => {
  switch (change.kind) {
    case 'parameter': {
      const parameter = base.parameters.find(({ name }) => name === change.name);
      const style = createValueStyles(base).style(`p.${change.name}`);
      const said = (value: typeof change.value): Text => ({
        fr: formatValue(value, 'fr', style),
        en: formatValue(value, 'en', style),
      });
      const title = parameter?.title ?? asText(change.name);
      return {
        what: { fr: withoutValue(title.fr), en: withoutValue(title.en) },
        before: parameter === undefined ? asText('?') : said(parameter.value),
        after: said(change.value),
        details: [],
      };
    }
    case 'cell':
      return {
        what: withColumn(base, change.row, change.column),
        before: cellInWords(
          base,
          tableOf(base, change.row),
          change.column,
          cells?.rows[change.row]?.[change.column] ?? '',
        ),
        after: cellInWords(base, tableOf(base, change.row), change.column, change.text),
        details: [],
      };
    case 'schedule':
      return {
        what: asText(`${change.contact}, ${change.column}`),
        before: asText(cells?.contacts[change.contact]?.[change.column] || '–'),
        after: asText(change.text || '–'),
        details: [],
      };
    case 'removeRow':
      return {
        what: asText(change.row),
        before: reasonOf(base, change.row),
        details: [],
        after: { fr: 'retirée', en: 'removed' },
      };
    case 'addRow':
      return newRuleInWords(base, change);
    case 'addCase':
      return newCaseInWords(base, change);
  }
};

const newRuleInWords = (
  base: CompiledProtocol,
  { table, before, cells }: Extract<DraftChange, { kind: 'addRow' }>,
): InWords => {
  const of = base.tables.find(({ id }) => id === table);
  const reason = { fr: cells['reason::fr'] ?? '', en: cells['reason::en'] ?? '' };
  const lines = Object.entries(cells).flatMap(([column, text]) => {
    if (!/^(when|then):/.test(column) || text === '' || text === '-') return [];
    const [label, words] = [columnLabel(base, of?.name ?? '', column), cellInWords(base, of?.name ?? '', column, text)];
    return [{ fr: `${label.fr} = ${words.fr}`, en: `${label.en} = ${words.en}` }];
  });
  const where =
    before === null
      ? { fr: 'à la fin de la table', en: 'at the end of the table' }
      : { fr: `avant ${before}`, en: `before ${before}` };
  const title = of?.title ?? asText(table);
  const id = cells['id'] ?? '';
  return {
    what: { fr: `Règle nouvelle ${id} – ${title.fr}, ${where.fr}`, en: `New rule ${id} – ${title.en}, ${where.en}` },
    before: asText('–'),
    after: reason,
    details: lines,
  };
};

const newCaseInWords = (
  base: CompiledProtocol,
  { id, title, expect }: Extract<DraftChange, { kind: 'addCase' }>,
): InWords => {
  const styles = createValueStyles(base);
  const lines = Object.entries(expect).map(([name, value]): Text => {
    if (name === 'rows') {
      const rows = Array.isArray(value) ? value.join(', ') : '';
      return { fr: `atteint ${rows}`, en: `reaches ${rows}` };
    }
    const label = styles.label(name);
    const said = (language: 'fr' | 'en'): string =>
      formatValue(value as Parameters<typeof formatValue>[0], language, styles.style(name));
    return { fr: `${label.fr} : ${said('fr')}`, en: `${label.en}: ${said('en')}` };
  });
  return { what: { fr: `Cas ${id}`, en: `Case ${id}` }, before: asText('–'), after: title, details: lines };
};

const reasonOf = (base: CompiledProtocol, row: string): Text => bookletRows(base).get(row)?.reason ?? asText(row);

const rowsByProtocol = new WeakMap<CompiledProtocol, ReadonlyMap<string, { readonly reason: Text }>>();

const bookletRows = (base: CompiledProtocol): ReadonlyMap<string, { readonly reason: Text }> => {
  const known =
    rowsByProtocol.get(base) ??
    new Map(
      makeBooklet(base).chapters.flatMap((chapter) =>
        chapter.kind === 'tables'
          ? chapter.tables.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const))
          : [],
      ),
    );
  rowsByProtocol.set(base, known);
  return known;
};

/** The sentence of a rule as it is now, for the page that changes it. */
export const ruleInWords = (base: CompiledProtocol, row: string): Text => reasonOf(base, row);
