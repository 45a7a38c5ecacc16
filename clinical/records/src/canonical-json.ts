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
 * Whether a text is the canonical one of the value that was read from it by `JSON.parse`, told in a fraction of the time
 * that writing it takes. `true` is certain; names that are numbers, which JavaScript orders otherwise, may give `false`.
 */
export const isCanonicalText = (value: unknown, text: string): boolean =>
  isInOrder(value as JsonValue) && JSON.stringify(value) === text;

/**
 * Whether `JSON.stringify` writes it canonically as it is. Whatever was read from a canonical text does, and that is
 * nearly everything that is written: it takes a third of the time.
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

/** Same JSON value, whatever the order of keys. */
export const sameJson = (a: JsonValue, b: JsonValue): boolean => a === b || canonicalJson(a) === canonicalJson(b);
