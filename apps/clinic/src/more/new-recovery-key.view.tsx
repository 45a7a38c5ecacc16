/** Replaces the recovery key when the paper was lost or seen. The new key is shown once; the old one stops working. */
import { Button } from '@denba/kit/buttons/button.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import '../start/recovery-key.css';

export const NewRecoveryKey = () => {
  const { session, server } = useWorkspace();
  const [key, setKey] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const renew = async (): Promise<void> => {
    setBusy(true);
    setKey(await session.renewRecoveryKey());
    setBusy(false);
    void server?.meetNow();
  };
  return (
    <Disclosure summary={t('people.recovery')}>
      <div class="people-form">
        <p>{t('people.recovery-text')}</p>
        {key === null ? (
          <Button kind="secondary" full icon="key" busy={busy} onPress={() => void renew()}>
            {t('people.recovery-renew')}
          </Button>
        ) : (
          <>
            <p class="recovery-key" translate={false} dir="ltr">
              {key}
            </p>
            <Notice kind="warning" title={t('start.recovery-once')} />
            <Button kind="primary" full onPress={() => setKey(null)}>
              {t('start.recovery-kept')}
            </Button>
          </>
        )}
      </div>
    </Disclosure>
  );
};
