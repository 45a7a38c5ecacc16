/** The buttons back, next and save, within reach of the thumb. */
import { Button } from '@denba/kit/buttons/button.view';
import { t } from '../shell/words/language.ts';

type Props = {
  readonly onPrevious: (() => void) | null;
  /** `null` at the last required section. */
  readonly onNext: (() => void) | null;
  readonly onSave: (() => void) | null;
  readonly saving: boolean;
};

export const Way = ({ onPrevious, onNext, onSave, saving }: Props) => (
  <nav class="registration__way" aria-label={t('registration.way')}>
    {onPrevious === null ? null : (
      <Button kind="secondary" icon="back" onPress={onPrevious}>
        {t('registration.previous')}
      </Button>
    )}
    {onNext === null ? null : (
      <Button kind="primary" full onPress={onNext}>
        {t('registration.next')}
      </Button>
    )}
    {onSave === null ? null : (
      <Button kind="primary" full icon="save" busy={saving} onPress={onSave}>
        {t('registration.save')}
      </Button>
    )}
  </nav>
);
