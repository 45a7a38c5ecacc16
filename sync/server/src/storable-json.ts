/**
 * JSON text that PostgreSQL's jsonb accepts. It drops NUL and replaces lone surrogates, which the words of an entry may
 * contain: the entry keeps them, lists and the audit can do without. Hardly any text has one, so the text is searched
 * first.
 */
export const storableJson = (value: unknown): string => {
  const text = JSON.stringify(value);
  return SUSPICIOUS.test(text) ? text.replaceAll(ESCAPED, replacement) : text;
};

/**
 * `JSON.stringify` escapes both in lower case. An escaped backslash before such letters looks the same, so `ESCAPED`
 * matches whole escape sequences.
 */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/;
const ESCAPED = /\\(?:u[0-9a-f]{4}|.)/g;

const replacement = (escaped: string): string => {
  if (escaped === '\\u0000') return '';
  return escaped.startsWith('\\ud') ? '\ufffd' : escaped;
};
