/** The page to choose a PIN before the phone is unlocked. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoosePin } from '../shell/unlocking/choose-pin.view.tsx';
import { t } from '../shell/words/language.ts';

type Props = { readonly onChosen: (pin: string) => void; readonly onBack: () => void };

export const NewPin = ({ onChosen, onBack }: Props) => (
  <main class="start">
    <ChoosePin level={1} onChosen={onChosen} />
    <Button kind="quiet" full onPress={onBack}>
      {t('shell.back')}
    </Button>
  </main>
);
