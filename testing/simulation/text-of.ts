/** The text of an entry, cached because a schedule compares each entry many times. */
import { type Entry, entryToText } from '@denba/records/entry';

const texts = new WeakMap<Entry, string>();

export const textOf = (entry: Entry): string => {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const text = entryToText(entry);
  texts.set(entry, text);
  return text;
};
