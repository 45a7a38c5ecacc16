/** The words for fields of the record that no protocol asks for. */
import { t } from '../../shell/words/language.ts';
import { codeKey, codesOf, recordNames } from './record-codes.ts';

/** Every name in `record-codes.ts` has a message: `record-codes.test.ts` checks it. */
type Key = Parameters<typeof t>[0];

/** The label of a field; for a name that this version does not know, the name itself. */
export const recordFieldLabel = (name: string): string =>
  recordNames.some((known) => known === name) ? t(`field.${name}` as Key) : name.replaceAll('_', ' ');

/** Returns `null` for a code whose word only the protocol, or a newer version, has. */
export const recordCodeWord = (name: string, code: string): string | null =>
  codesOf(name)?.codes.includes(code) === true ? t(codeKey(name, code) as Key) : null;
