/** A new PIN, typed twice. Six digits; those that anybody would try first are refused. */
import { Button } from '@denba/kit/button.view';
import { Notice } from '@denba/kit/notice.view';
import { PinPad } from '@denba/kit/pin-pad.view';
import { useState } from 'preact/hooks';
import { t } from '../shell/language.ts';
import { isGuessable, PIN_LENGTH } from './pin.ts';

type Props = { readonly onChosen: (pin: string) => void; readonly onBack: () => void };

export const NewPin = ({ onChosen, onBack }: Props) => {
  const [first, setFirst] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<'guessable' | 'different' | null>(null);

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
    <main class="start">
      <h1>{first === null ? t('start.choose-pin') : t('start.repeat-pin')}</h1>
      <p>{t('start.pin-text')}</p>
      {wrong === null ? null : <Notice kind="warning" title={t(`start.pin-${wrong}`)} />}
      <PinPad
        length={PIN_LENGTH}
        value={typed}
        onChange={setTyped}
        onComplete={complete}
        labels={{ pad: t('start.pin-pad'), erase: t('start.pin-erase'), entered: t('start.pin-entered', { count: typed.length }) }}
      />
      <Button kind="quiet" full onPress={onBack}>
        {t('shell.back')}
      </Button>
    </main>
  );
};
