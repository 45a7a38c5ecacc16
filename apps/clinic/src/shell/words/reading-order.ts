/** Keeps the sign before each number and the unit after it on a right-to-left screen. */
import type { Value } from '@denba/decisions/value';
import { isolateNumbers } from '@denba/kit/messages/isolate';
import { formatValue, type ValueStyle } from '@denba/protocols/words/format-value';
import { contentLanguage, isFromTheRight, locale } from './language.ts';

/** Prepares a sentence of the protocol or of the record for display; never use it for text that is copied or stored. */
export const inReadingOrder = (text: string): string => (isFromTheRight(locale()) ? isolateNumbers(text) : text);

export const sayValue = (value: Value, style?: ValueStyle): string =>
  inReadingOrder(formatValue(value, contentLanguage(), style));
