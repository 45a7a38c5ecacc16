/** Reads literals: texts, dates and durations. Build time only. */
import type { Expression } from '../expression.ts';
import { parseDate, parseDuration } from '../run/functions/date-functions.ts';
import { badDate, badDuration } from './expression-error.ts';
import type { Node } from './parse-grammar.ts';
import { readCall } from './read-call.ts';
import { literal, type Reader, refuse, textOf, wordsOf } from './reader.ts';

export const readTemporal = (
  node: Node,
  reader: Reader,
  read: (node: Node, reader: Reader) => Expression,
): Expression => {
  const at = node.getChild('AtLiteral');
  if (at) {
    const text = at.firstChild ? unquoted(textOf(at.firstChild, reader)) : '';
    return /^-?P/.test(text) ? constantDuration(text, node, reader) : constantDate(text, node, reader);
  }
  const rule = node.getChild('DateTimeConstructor');
  const name = rule ? wordsOf(rule, reader) : '';
  if (name !== 'date' && name !== 'duration') {
    return refuse(node, reader, `« ${name} »`, `"${name}"`, {
      fr: 'Denba compte en jours : écrivez date("2026-03-01").',
      en: 'Denba counts in days: write date("2026-03-01").',
    });
  }
  const call = readCall(node, reader, read, name);
  const [only] = call.kind === 'call' && call.arguments.length === 1 ? call.arguments : [];
  if (only?.kind !== 'literal' || typeof only.value !== 'string') return call;
  return name === 'date' ? constantDate(only.value, node, reader) : constantDuration(only.value, node, reader);
};

const constantDate = (text: string, node: Node, reader: Reader): Expression => {
  const value = parseDate(text);
  if (value === null) reader.report((place) => badDate(text, place), node);
  return literal(value);
};

const constantDuration = (text: string, node: Node, reader: Reader): Expression => {
  const value = parseDuration(text);
  if (value === null) reader.report((place) => badDuration(text, place), node);
  return literal(value);
};

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The text that a quoted literal stands for, with escapes resolved. */
export const unquoted = (quoted: string): string =>
  quoted
    .slice(1, -1)
    .replaceAll(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/g, (_, short, long, character) =>
      character === undefined
        ? String.fromCodePoint(Number.parseInt(short ?? long, 16))
        : (escapes[character] ?? character),
    );
