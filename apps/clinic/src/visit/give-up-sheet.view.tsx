/** Asks for confirmation before a visit is given up: says what will be lost, and what stays. */
import { Button } from '@denba/kit/buttons/button.view';
import { Sheet } from '@denba/kit/frames/sheet.view';
import { t } from '../shell/words/language.ts';

type Props = {
  readonly answered: number;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onGiveUp: () => void;
};

export const GiveUpSheet = ({ answered, busy, onKeep, onGiveUp }: Props) => (
  <Sheet
    open
    keep
    label={t('visit.give-up-question')}
    closeLabel={t('form.close')}
    onClose={onKeep}
    actions={
      <>
        <Button kind="primary" full onPress={onKeep}>
          {t('visit.give-up-keep')}
        </Button>
        <Button kind="secondary" full busy={busy} onPress={onGiveUp}>
          {t('visit.give-up')}
        </Button>
      </>
    }
  >
    <p>{answered === 0 ? t('visit.give-up-nothing') : t('visit.give-up-lost', { count: answered })}</p>
    <p class="quiet">{t('visit.give-up-stays')}</p>
  </Sheet>
);
