/** A calendar day in words: 26 novembre 2026. */
import { formatDay } from '@denba/kit/messages/format-day';
import { parseLocalDate } from '@denba/quantities/local-date';
import type { Words } from './words.ts';

export const sayDay = ({ language }: Pick<Words, 'language'>, day: string): string => {
  const read = parseLocalDate(day);
  return read.ok ? formatDay(read.value, language, 'medium') : day;
};
