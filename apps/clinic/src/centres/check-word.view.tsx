/** The check word of a code, in large type, to be read aloud. */
import { checkWord } from '@denba/sync/courier/check-word';
import type { PhoneCode } from '@denba/sync/courier/phone-code';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import './centres.css';

export const CheckWord = ({ code }: { readonly code: PhoneCode }) => {
  const [word, setWord] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void checkWord(code).then((made) => {
      if (wanted) setWord(made);
    });
    return () => {
      wanted = false;
    };
  }, [code]);
  return (
    <p class="check-word" aria-busy={word === null}>
      {t('centres.word')} <strong class="check-word__word">{word}</strong>
    </p>
  );
};
