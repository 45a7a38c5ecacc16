/** A size in the words of the screen: « 1,3 Mo ». */
import { contentLanguage, t } from '../words/language.ts';
import { bytesInWords } from './bytes-in-words.ts';

export const sayBytes = (bytes: number): string => {
  const { value, unit } = bytesInWords(bytes);
  return t(`file.bytes-${unit}`, { value: new Intl.NumberFormat(contentLanguage()).format(value) });
};
