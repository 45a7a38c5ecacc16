/**
 * One text for one value: the bytes that are hashed and compared. Keys are sorted by UTF-16 code unit, there is no
 * white space, numbers and strings are written as ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme).
 */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/**
 * Canonical text of a JSON value. A key whose value is `undefined` is left out, as JSON does, so that a value reads the
 * same before and after a store. Throws `RangeError` on a number that JSON cannot hold (NaN, infinities): JSON would
 * turn it into `null` in silence, and a hash must not.
 */
export const canonicalJson = (value: JsonValue): string => {
  if (isInOrder(value)) return JSON.stringify(value);
  if (typeof value === 'number') throw new RangeError(`not a JSON number: ${value}`);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '';
  const object = value as JsonObject;
  for (const key of Object.keys(object).sort()) {
    const item = object[key];
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
};

/**
 * Whether `text` is the canonical text of `value`, which `JSON.parse` read from it. Much faster than writing the
 * canonical text again. `true` is certain; `false` may be wrong for objects with integer-like keys, which JavaScript
 * orders numerically.
 */
export const isCanonicalText = (value: unknown, text: string): boolean =>
  isInOrder(value as JsonValue) && JSON.stringify(value) === text;

/**
 * Whether `JSON.stringify` already gives the canonical text of `value`: all keys are sorted and all numbers finite.
 * This holds for values read from canonical text, which are most values, and writing then takes a third of the time.
 */
const isInOrder = (value: JsonValue | undefined): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return value !== undefined;
  if (isList(value)) return value.every(isInOrder);
  let before = '';
  for (const key of Object.keys(value)) {
    if (key < before || !isInOrder(value[key])) return false;
    before = key;
  }
  return true;
};

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** Whether two JSON values are equal, regardless of the order of keys. */
export const sameJson = (a: JsonValue, b: JsonValue): boolean => a === b || canonicalJson(a) === canonicalJson(b);
