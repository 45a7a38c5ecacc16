/**
 * The decision tables in the booklet, grouped by the part of an assessment that they belong to, with each rule in
 * words.
 */

import type { Expression } from '@denba/decisions/expression';
import type { DecisionTable, HitPolicy, TableRow } from '@denba/decisions/tables/decision-table';
import { inBoth } from '@denba/quantities/in-both';
import type { SourceStatus, Text } from '@denba/quantities/text';
import { effectiveStandings } from '../assess/effective-status.ts';
import { type CompiledProtocol, type TablePart, tableParts } from '../compile/compiled-protocol.ts';
import { formatValue, type ValueStyle } from '../words/format-value.ts';
import { shortLabel } from '../words/short-label.ts';
import { fillTemplate, parseTemplate } from '../words/template.ts';
import { cellWords, expressionWords, type Wording } from './expression-words.ts';
import { provenance } from './provenance-words.ts';
import { wordingsOf } from './wordings-of.ts';

export type BookletRow = {
  readonly id: string;
  /**
   * Labels of the conditions (`for`) that must not be false for the rule to apply at all; empty when it applies to
   * everybody.
   */
  readonly for: readonly Text[];
  /** Conditions that must all hold. Empty: the rule has no conditions. */
  readonly asks: readonly { readonly what: Text; readonly answer: Text }[];
  readonly gives: readonly {
    readonly what: Text;
    readonly value: Text;
    /** True when the value is a code that the protocol has no words for. */
    readonly isCode: boolean;
  }[];
  /**
   * The sentence that the worker reads. Measured values appear as their names in brackets, cut-offs as their values.
   */
  readonly reason: Text;
  readonly status: SourceStatus;
  readonly authority: Text;
};

export type BookletTable = {
  readonly id: string;
  readonly title: Text;
  /** How the hit policy combines the rules, in words. */
  readonly reading: Text;
  readonly rows: readonly BookletRow[];
};

export type BookletPart = { readonly title: Text; readonly tables: readonly BookletTable[] };

export const bookletTables = (protocol: CompiledProtocol): readonly BookletPart[] => {
  const standings = effectiveStandings(protocol);
  const standing = provenance(protocol);
  const wordings = wordingsOf(protocol);
  const { styles } = wordings.fr;
  const row = (table: DecisionTable, of: TableRow): BookletRow => ({
    id: of.id,
    for: (of.for ?? []).map((name) => inBoth((language) => shortLabel(styles.label(name)[language]))),
    asks: table.inputs.flatMap(({ expression }, column) => {
      const tests = of.tests[column] ?? null;
      if (cellWords(tests, expression, wordings.fr) === null) return [];
      return [
        {
          what: inBoth((language) => expressionWords(expression, wordings[language])),
          answer: inBoth((language) => cellWords(tests, expression, wordings[language]) ?? ''),
        },
      ];
    }),
    gives: table.outputs.flatMap(({ name }, at) => {
      const output = of.outputs[at] ?? null;
      if (output === null) return [];
      const path = `${table.name}.${name}`;
      const value = inBoth((language) => outputWords(output, path, wordings[language]));
      return [{ what: styles.label(path), value, isCode: isWordless(output, styles.style(path)) }];
    }),
    reason: inBoth((language) => reasonWords(of.reason[language], wordings[language])),
    ...standing(standings.get(of.id) ?? of),
  });
  const tablesOf = (part: TablePart | null): readonly BookletTable[] =>
    protocol.tables
      .filter(({ name }) => (protocol.parts[name] ?? null) === part)
      .map((table) => ({
        id: table.id,
        title: table.title,
        reading: tableReading(table.hitPolicy),
        rows: table.rows.map((of) => row(table, of)),
      }));
  return [...tableParts, null]
    .map((part): BookletPart => ({ title: part === null ? otherPart : partTitles[part], tables: tablesOf(part) }))
    .filter(({ tables }) => tables.length > 0);
};

const outputWords = (output: Expression, path: string, wording: Wording): string =>
  output.kind === 'literal'
    ? formatValue(output.value, wording.language, wording.styles.style(path))
    : expressionWords(output, wording);

const isWordless = (output: Expression, { codes }: ValueStyle): boolean =>
  output.kind === 'literal' && typeof output.value === 'string' && codes[output.value] === undefined;

const reasonWords = (reason: string, { language, styles, constant }: Wording): string =>
  fillTemplate(parseTemplate(reason), language, {
    value: (name) => constant(name) ?? `[${shortLabel(styles.label(name)[language])}]`,
    style: styles.style,
  });

/** How a hit policy combines the rules of a table, in words. */
export const tableReading = (hitPolicy: HitPolicy): Text => readings[hitPolicy];

const readings: Readonly<Record<HitPolicy, Text>> = {
  U: { fr: 'Une seule règle peut s’appliquer.', en: 'Only one rule can apply.' },
  A: { fr: 'Les règles qui s’appliquent disent toutes la même chose.', en: 'The rules that apply all say the same.' },
  P: { fr: 'La règle la plus grave l’emporte.', en: 'The rule of highest priority counts.' },
  F: {
    fr: 'La première règle qui s’applique compte ; lisez de haut en bas.',
    en: 'The first rule that applies counts; read from the top.',
  },
  R: {
    fr: 'Toutes les règles qui s’appliquent comptent, dans l’ordre.',
    en: 'Every rule that applies counts, in order.',
  },
  O: {
    fr: 'Toutes les règles qui s’appliquent comptent, par gravité.',
    en: 'Every rule that applies counts, by priority.',
  },
  C: { fr: 'Toutes les règles qui s’appliquent comptent.', en: 'Every rule that applies counts.' },
  'C+': {
    fr: 'Les points des règles qui s’appliquent s’additionnent.',
    en: 'The points of the rules that apply are added.',
  },
  'C<': { fr: 'La plus petite valeur compte.', en: 'The least value counts.' },
  'C>': { fr: 'La plus grande valeur compte.', en: 'The greatest value counts.' },
  'C#': { fr: 'Les règles qui s’appliquent sont comptées.', en: 'The rules that apply are counted.' },
};

const partTitles: Readonly<Record<TablePart, Text>> = {
  infant: { fr: 'Signes et maladies du nourrisson', en: 'Signs and illness of the infant' },
  nutrition: { fr: 'État nutritionnel', en: 'Nutritional status' },
  growth: { fr: 'Croissance', en: 'Growth' },
  feeding: { fr: 'Alimentation', en: 'Feeding' },
  mother: { fr: 'La mère', en: 'The mother' },
  mood: { fr: 'Santé mentale de la mère', en: 'Mental health of the mother' },
  risk: { fr: 'Facteurs de risque', en: 'Risk factors' },
  screen: { fr: 'Dépistage rapide', en: 'Rapid screen' },
  pair: { fr: 'Classe du couple mère-nourrisson', en: 'Class of the mother–infant pair' },
};

const otherPart: Text = { fr: 'Plan de soins et suivi', en: 'Care plan and follow-up' };
