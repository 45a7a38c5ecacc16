/**
 * A quick check of a new rule while it is being typed, cell by cell: a cell that cannot be parsed, a name that the
 * protocol does not know, a rule without conditions or conclusions. Whether it contradicts other rules, and whether a
 * case reaches it, is checked with the whole draft.
 */

import { namesIn, namesInTests, pathOf } from '@denba/decisions/expression';
import { parseExpression } from '@denba/decisions/parse/parse-expression';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import { inBoth } from '@denba/quantities/in-both';
import type { Text } from '@denba/quantities/text';
import type { Report } from '../../compile/cells.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { expressionAt, testsAt } from '../../compile/expressions.ts';
import { collectNames, factsOf, type NameFacts, type Names } from '../../compile/names.ts';
import type { Problem } from '../../problem.ts';
import { closest } from '../../read/closest-name.ts';
import { placesIn } from '../../words/template.ts';
import type { DraftChange } from './draft-change.ts';

type NewRule = Extract<DraftChange, { kind: 'addRow' }>;

/**
 * Problems by column of the sheet; the keys `when:` and `then:` stand for all conditions or conclusions being blank.
 * Empty: the rule itself is acceptable.
 */
export type RuleProblems = Readonly<Record<string, Text>>;

/** Throws when the protocol has no such table. */
export const refuseRule = (protocol: CompiledProtocol, { table: id, before, cells }: NewRule): RuleProblems => {
  const table = protocol.tables.find((one) => one.id === id);
  if (table === undefined) throw new RangeError('the protocol has no such table');
  const names = collectNames(protocol);
  const found: Record<string, Text> = {};
  const blank = { 'when:': true, 'then:': true };
  for (const [column, text] of Object.entries(cells)) {
    const kind = column.startsWith('when:') ? 'when:' : column.startsWith('then:') ? 'then:' : null;
    if (kind === null || text === '' || text === '-') continue;
    blank[kind] = false;
    const facts = factsOfColumn(names, table, column);
    const refused = refuseCell(names, facts, kind, text);
    if (refused !== null) found[column] = refused;
  }
  if (blank['when:']) found['when:'] = asksNothing;
  if (blank['then:']) found['then:'] = concludesNothing;
  for (const language of ['fr', 'en'] as const) {
    const refused = refuseReason(names, cells[`reason::${language}`] ?? '');
    if (refused !== null) found[`reason::${language}`] = refused;
  }
  if (before !== null && !table.rows.some((row) => row.id === before)) found['before'] = placeUnknown;
  return found;
};

/** Facts of what the column reads or gives; `null` when it is computed from several values. */
const factsOfColumn = (names: Names, table: DecisionTable, column: string): NameFacts | null => {
  const name = column.slice(5).trim();
  if (column.startsWith('then:')) return knownFacts(names, `${table.name}.${name}`);
  const asked = parseExpression(name);
  const path = asked.ok ? pathOf(asked.value) : null;
  return path === null ? null : knownFacts(names, path);
};

const knownFacts = (names: Names, path: string): NameFacts | null => {
  const facts = factsOf(names, path);
  return facts === 'open' ? null : facts;
};

const refuseCell = (names: Names, facts: NameFacts | null, kind: 'when:' | 'then:', text: string): Text | null => {
  const unread: Problem[] = [];
  const report: Report = (one) => unread.push(one);
  const codes = new Set(facts?.values);
  const place = { file: '' };
  let read: readonly string[];
  if (kind === 'when:') {
    const tests = testsAt(text, place, report, codes);
    read = tests === null ? [] : namesInTests(tests);
  } else {
    const expression = expressionAt(text, place, report, codes);
    read = expression === null ? [] : namesIn(expression);
  }
  const [first] = unread;
  if (first !== undefined) return inBoth((language) => `${first.message[language]} ${first.cure[language]}`);
  const unknown = read.find((name) => factsOf(names, name) === null);
  return unknown === undefined ? null : wordUnknown(unknown, [...codes, ...names.keys()]);
};

const refuseReason = (names: Names, reason: string): Text | null => {
  if (reason.trim().length < SHORTEST) return noReason;
  const unknown = placesIn(reason).find((name) => factsOf(names, name) === null);
  return unknown === undefined ? null : wordUnknown(unknown, [...names.keys()]);
};

const SHORTEST = 3;

const wordUnknown = (word: string, known: readonly string[]): Text => {
  const near = closest(word, known);
  return {
    fr: `Le protocole ne connaît pas « ${word} ».${near === null ? '' : ` Vouliez-vous écrire « ${near} » ?`}`,
    en: `The protocol does not know “${word}”.${near === null ? '' : ` Did you mean “${near}”?`}`,
  };
};

const asksNothing: Text = {
  fr: 'Remplissez au moins une condition : une règle qui ne demande rien vaudrait pour tous.',
  en: 'Fill in at least one condition: a rule that asks nothing would hold for everybody.',
};
const concludesNothing: Text = {
  fr: 'Dites ce que la règle conclut.',
  en: 'Say what the rule concludes.',
};
const noReason: Text = {
  fr: 'Écrivez ce que la règle dit, en une phrase.',
  en: 'Write what the rule says, in one sentence.',
};
const placeUnknown: Text = {
  fr: 'Choisissez une règle de cette table.',
  en: 'Choose a rule of this table.',
};
