/**
 * JSON text that PostgreSQL's jsonb takes. It holds no NUL and no half of a character (a lone surrogate), which the words
 * of an entry may have: the entry keeps them, a list or the audit can do without. Hardly any text has one: looked for first.
 */
export const storableJson = (value: unknown): string => {
  const text = JSON.stringify(value);
  return SUSPICIOUS.test(text) ? text.replaceAll(ESCAPED, replacement) : text;
};

/** `JSON.stringify` escapes both, in small letters; of what it escapes otherwise, a written backslash looks like them. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/;
const ESCAPED = /\\(?:u[0-9a-f]{4}|.)/g;

const replacement = (escaped: string): string => {
  if (escaped === '\\u0000') return '';
  return escaped.startsWith('\\ud') ? '\ufffd' : escaped;
};
