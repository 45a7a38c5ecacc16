/**
 * Functions on texts (DMN 1.5 §10.3.4.3), counted in code points, not UTF-16 units. Patterns are JavaScript regular
 * expressions.
 */
import { formatted } from '../../format-value.ts';
import type { Value } from '../../value.ts';
import { asList, type Builtins, list, number, other, string, truth } from './builtin.ts';
import { startIndex } from './list-functions.ts';

export const stringFunctions: Builtins = {
  'string length': number('string', (text) => (isText(text) ? [...text].length : null)),
  substring: string('string, start position, length?', (text, start = null, length) => {
    if (!isText(text) || typeof start !== 'number' || length === null) return null;
    const characters = [...text];
    const from = startIndex(start, characters.length);
    if (from === null) return null;
    if (length === undefined) return characters.slice(from).join('');
    return typeof length === 'number' && Number.isInteger(length) && length >= 0
      ? characters.slice(from, from + length).join('')
      : null;
  }),
  'upper case': string('string', (text) => (isText(text) ? text.toUpperCase() : null)),
  'lower case': string('string', (text) => (isText(text) ? text.toLowerCase() : null)),
  'substring before': string('string, match', (text, match) => {
    if (!isText(text) || !isText(match)) return null;
    const at = text.indexOf(match);
    return at < 0 ? '' : text.slice(0, at);
  }),
  'substring after': string('string, match', (text, match) => {
    if (!isText(text) || !isText(match)) return null;
    const at = text.indexOf(match);
    return at < 0 ? '' : text.slice(at + match.length);
  }),
  contains: truth('string, match', (text, match) => (isText(text) && isText(match) ? text.includes(match) : null)),
  'starts with': truth('string, match', (text, match) =>
    isText(text) && isText(match) ? text.startsWith(match) : null,
  ),
  'ends with': truth('string, match', (text, match) => (isText(text) && isText(match) ? text.endsWith(match) : null)),
  matches: truth('input, pattern, flags?', (text, pattern, flags = '') => {
    if (!isText(text) || !isText(pattern) || !isText(flags)) return null;
    return patternOf(pattern, flags)?.test(text) ?? null;
  }),
  replace: string('input, pattern, replacement, flags?', (text, pattern, replacement, flags = '') => {
    if (!isText(text) || !isText(pattern) || !isText(replacement) || !isText(flags)) return null;
    const expression = patternOf(pattern, `${flags}g`);
    return expression === null ? null : text.replace(expression, replacement.replaceAll('$0', '$$&'));
  }),
  split: list('string, delimiter', (text, delimiter) => {
    if (!isText(text) || !isText(delimiter)) return null;
    const expression = patternOf(delimiter, '');
    return expression === null ? null : text.split(expression);
  }),
  'string join': string('list, delimiter?', (values, delimiter = '') => {
    const members = asList(values);
    if (members === null || !members.every((member) => member === null || isText(member))) return null;
    if (delimiter !== null && !isText(delimiter)) return null;
    return members.filter((member) => member !== null).join(delimiter ?? '');
  }),
  string: string('from', (value = null) => (value === null ? null : formatted(value))),
  number: other('from', (text) => {
    if (typeof text === 'number') return text;
    return isText(text) && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
  }),
};

const isText = (value: Value | undefined): value is string => typeof value === 'string';

/** Compiles a pattern with DMN's flags `s`, `m` and `i`; `null` when the pattern is invalid. */
const patternOf = (pattern: string, flags: string): RegExp | null => {
  if (!/^[smig]*$/.test(flags)) return null;
  try {
    return new RegExp(pattern, `u${flags}`);
  } catch {
    return null;
  }
};
