/** What is known of the results of the functions that expressions call. An unlisted function may return anything. */
import { anything, either, listOf, ofKind, type ValueFacts } from './value-facts.ts';

/** `contains`: called with the list and the item when the function looks for an item in a list. */
export const resultOfCall = (
  name: string,
  given: readonly ValueFacts[],
  contains: (list: ValueFacts, item: ValueFacts) => void,
): ValueFacts => {
  const [first = anything, second = anything] = given;
  if (name === 'list contains') contains(first, second);
  if (booleans.has(name)) return ofKind('boolean');
  if (numbers.has(name)) return ofKind('number');
  if (texts.has(name)) return ofKind('string');
  // min(a, b) and min([a, b]) keep the unit that all their arguments share.
  if (choosing.has(name)) return first.kind === 'list' ? (first.item ?? anything) : given.reduce(either, first);
  if (sameUnit.has(name)) return first.kind === 'list' ? (first.item ?? anything) : first;
  if (joining.has(name)) return given.reduce(either, first);
  if (name === 'append') return listOf(given.slice(1).reduce(either, first.item ?? anything));
  if (name === 'date') return ofKind('date');
  if (name === 'duration' || name === 'years and months duration') return ofKind('duration');
  if (name.endsWith('z') || name.endsWith('_z')) return ofKind('number', 'z');
  return anything;
};

const booleans = new Set([
  ...['list contains', 'contains', 'starts with', 'ends with', 'matches', 'all', 'any', 'is defined', 'not', 'is'],
]);
const numbers = new Set(['count', 'string length', 'day of year', 'number', 'birth_size_centile', 'modulo']);
const texts = new Set(['string', 'substring', 'upper case', 'lower case', 'string join', 'replace', 'day of week']);
const choosing = new Set(['min', 'max']);
const sameUnit = new Set([
  ...['abs', 'floor', 'ceiling', 'decimal', 'round up', 'round down', 'round half up', 'round half down'],
  ...['sum', 'mean', 'median', 'mode'],
]);
const joining = new Set(['concatenate', 'union', 'distinct values', 'reverse', 'sublist', 'remove']);
