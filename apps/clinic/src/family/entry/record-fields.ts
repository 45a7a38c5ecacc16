/** Words for what the record keeps and no protocol asks for. */
import { t } from '../../shell/words/language.ts';
import { codeKey, codesOf, recordNames } from './record-codes.ts';

/** Every name in `record-codes.ts` has its words: `record-codes.test.ts` holds them together. */
type Key = Parameters<typeof t>[0];

/** Of a name that this version does not know, the name itself: better than nothing. */
export const recordFieldLabel = (name: string): string =>
  recordNames.some((known) => known === name) ? t(`field.${name}` as Key) : name.replaceAll('_', ' ');

/** `null` for a code that only the protocol, or a newer version, has words for. */
export const recordCodeWord = (name: string, code: string): string | null =>
  codesOf(name)?.codes.includes(code) === true ? t(codeKey(name, code) as Key) : null;
