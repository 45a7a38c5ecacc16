/** The way on, below the thumb: back, on, or into the record. Further details are offered and never asked for. */
import { Button } from '@denba/kit/button.view';
import { t } from '../shell/language.ts';

type Props = {
  readonly onPrevious: (() => void) | null;
  /** `null` at the last section that is needed. */
  readonly onNext: (() => void) | null;
  readonly onDetails: (() => void) | null;
  readonly onSave: (() => void) | null;
  readonly saving: boolean;
};

export const Way = ({ onPrevious, onNext, onDetails, onSave, saving }: Props) => (
  <nav class="registration__way" aria-label={t('registration.way')}>
    {onPrevious === null ? null : (
      <Button kind="secondary" icon="back" onPress={onPrevious}>
        {t('registration.previous')}
      </Button>
    )}
    {onDetails === null ? null : (
      <Button kind="secondary" onPress={onDetails}>
        {t('registration.details')}
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
