/** Back, on, and save: below the thumb at every step. */
import { Button } from '@denba/kit/button.view';
import { IconButton } from '@denba/kit/icon-button.view';
import { t } from '../shell/language.ts';

type Props = {
  readonly first: boolean;
  readonly last: boolean;
  readonly complete: boolean;
  readonly saving: boolean;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  readonly onSave: () => void;
};

export const VisitWay = ({ first, last, complete, saving, onPrevious, onNext, onSave }: Props) => (
  <nav class="visit__way" aria-label={t('visit.way')}>
    {first ? null : <IconButton icon="back" label={t('visit.previous')} onPress={onPrevious} />}
    {last ? (
      <Button kind="primary" full icon="save" busy={saving} onPress={onSave}>
        {t(complete ? 'visit.save' : 'visit.save-incomplete')}
      </Button>
    ) : (
      <Button kind="primary" full onPress={onNext}>
        {t('visit.next')}
      </Button>
    )}
  </nav>
);
