/** Numbers on a screen that is read from the right: each keeps its sign before it and its unit behind it. */
import type { Value } from '@denba/decisions/value';
import { isolateNumbers } from '@denba/kit/messages/isolate';
import { formatValue, type ValueStyle } from '@denba/protocols/words/format-value';
import { contentLanguage, isFromTheRight, locale } from './language.ts';

/** A sentence of the protocol or of the record as the screen shows it; never for what is copied or stored. */
export const inReadingOrder = (text: string): string => (isFromTheRight(locale()) ? isolateNumbers(text) : text);

export const sayValue = (value: Value, style?: ValueStyle): string =>
  inReadingOrder(formatValue(value, contentLanguage(), style));
