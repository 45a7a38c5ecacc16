/** Chooses a new PIN of six digits, typed twice. PINs that anybody would try first are refused. */

import { PinPad } from '@denba/kit/fields/pin-pad.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { t } from '../words/language.ts';
import { isGuessable, PIN_LENGTH } from './pin.ts';

type Props = {
  readonly onChosen: (pin: string) => void;
  /** Heading level of the question. */
  readonly level: 1 | 2;
};

export const ChoosePin = ({ onChosen, level }: Props) => {
  const [first, setFirst] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<'guessable' | 'different' | null>(null);
  const Heading = `h${level}` as const;

  const complete = (pin: string): void => {
    setTyped('');
    if (first === null) {
      setWrong(isGuessable(pin) ? 'guessable' : null);
      if (!isGuessable(pin)) setFirst(pin);
    } else if (pin === first) onChosen(pin);
    else {
      setWrong('different');
      setFirst(null);
    }
  };

  return (
    <>
      <Heading>{first === null ? t('start.choose-pin') : t('start.repeat-pin')}</Heading>
      <p>{t('start.pin-text')}</p>
      {wrong === null ? null : <Notice kind="warning" title={t(`start.pin-${wrong}`)} />}
      <PinPad
        length={PIN_LENGTH}
        value={typed}
        onChange={setTyped}
        onComplete={complete}
        labels={{
          pad: t('start.pin-pad'),
          erase: t('start.pin-erase'),
          entered: t('start.pin-entered', { count: typed.length }),
        }}
      />
    </>
  );
};
