/**
 * The heading of a decision-table column in words. Headings are such as `when: any([lbw, preterm])` or `then: level`.
 */

import { parseExpression } from '@denba/decisions/parse/parse-expression';
import { inBoth } from '@denba/quantities/in-both';
import type { Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { expressionWords } from './expression-words.ts';
import { wordingsOf } from './wordings-of.ts';

export const columnWords = (protocol: CompiledProtocol, table: string, column: string): Text => {
  const wordings = wordingsOf(protocol);
  const [, kind = '', name = ''] = /^(\w+):\s*(.*)$/s.exec(column) ?? [];
  if (kind === 'then') return wordings.fr.styles.label(`${table}.${name}`);
  const asked = parseExpression(name);
  if (!asked.ok) return { fr: column, en: column };
  return inBoth((language) => expressionWords(asked.value, wordings[language]));
};
