/**
 * Asks for confirmation before a leave is saved, with what will be recorded, so that nobody leaves by a careless tap.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { Sheet } from '@denba/kit/frames/sheet.view';
import { t } from '../shell/words/language.ts';

type Props = {
  readonly open: boolean;
  /** What will be recorded, one sentence each. */
  readonly lines: readonly string[];
  readonly action: string;
  readonly saving: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

export const ConfirmLeave = ({ open, lines, action, saving, onConfirm, onClose }: Props) => (
  <Sheet
    open={open}
    keep
    label={t('leaving.confirm')}
    closeLabel={t('leaving.cancel')}
    onClose={onClose}
    actions={
      <>
        <Button kind="primary" full busy={saving} onPress={onConfirm}>
          {action}
        </Button>
        <Button kind="quiet" full onPress={onClose}>
          {t('leaving.cancel')}
        </Button>
      </>
    }
  >
    <div class="leaving__lines">
      {lines.map((line, index) => (
        <p key={line} class={index === 0 ? 'leaving__what' : undefined}>
          {line}
        </p>
      ))}
      <p class="quiet">{t('leaving.confirm-correctable')}</p>
    </div>
  </Sheet>
);
