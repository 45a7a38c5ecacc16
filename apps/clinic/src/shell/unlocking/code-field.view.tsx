/** A field for the eight letters of a join code, converted to capitals. */
import { TextField } from '@denba/kit/fields/text-field.view';
import { t } from '../words/language.ts';

type Props = { readonly value: string; readonly onInput: (code: string) => void };

export const CodeField = ({ value, onInput }: Props) => (
  <TextField
    label={t('shell.join-code')}
    hint={t('shell.join-code-hint')}
    value={value}
    onInput={(text) => onInput(lettersOf(text))}
  />
);

const lettersOf = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 8);
