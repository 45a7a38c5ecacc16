/** A list of names in words: « Awa », « Awa et Issa », « Awa, Issa et Moussa ». */
import { t } from '../shell/words/language.ts';

export const sayList = (names: readonly string[]): string => {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return t('leaving.and', { first: names.slice(0, -1).join(', '), last });
};
