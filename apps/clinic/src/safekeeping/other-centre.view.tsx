/** Shown for a backup of another centre: nothing is restored until somebody confirms that its families belong here. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = { readonly from: string; readonly onTake: () => void; readonly onCancel: () => void };

export const OtherCentre = ({ from, onTake, onCancel }: Props) => {
  const { session } = useWorkspace();
  return (
    <div class="safekeeping-form">
      <Notice kind="warning" title={t('safekeeping.other-centre', { from })}>
        <p>{t('safekeeping.other-centre-text', { here: session.centre.name })}</p>
      </Notice>
      <Button kind="primary" full onPress={onCancel}>
        {t('safekeeping.other-centre-cancel')}
      </Button>
      <Button kind="secondary" full onPress={onTake}>
        {t('safekeeping.other-centre-take')}
      </Button>
    </div>
  );
};
