/** Says that an unfinished registration was restored; it can be discarded after a second confirmation. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';

type Props = { readonly name: string | null; readonly onRestart: () => void };

export const TakenUp = ({ name, onRestart }: Props) => {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Notice
        kind="info"
        title={t('registration.taken-up')}
        actions={
          <Button kind="quiet" onPress={() => setAsking(true)}>
            {t('registration.restart')}
          </Button>
        }
      />
    );
  }
  return (
    <Notice
      kind="warning"
      title={name === null ? t('registration.restart-sure') : t('registration.restart-sure-of', { name })}
      actions={
        <>
          <Button kind="secondary" onPress={() => setAsking(false)}>
            {t('registration.restart-keep')}
          </Button>
          <Button kind="danger" icon="trash" onPress={onRestart}>
            {t('registration.restart-erase')}
          </Button>
        </>
      }
    />
  );
};
