/** Asks the browser for persistent storage, which it does not clear when the phone is full, and shows its answer. */
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = {
  /** The browser's answer; `null` when it gives none. */
  readonly persisted: boolean | null;
  readonly onAsked: () => Promise<void>;
};

export const KeepingPromise = ({ persisted, onAsked }: Props) => {
  const { session } = useWorkspace();
  const [refused, setRefused] = useState(false);
  const [asking, setAsking] = useState(false);
  const ask = async (): Promise<void> => {
    setAsking(true);
    const granted = await session.askPersistence();
    await session.audit.add('persistence-asked', { granted });
    setAsking(false);
    setRefused(!granted);
    await onAsked();
  };
  if (persisted === true) {
    return (
      <Card title={t('safekeeping.promise')}>
        <Notice kind="success" title={t('safekeeping.promise-given')} />
      </Card>
    );
  }
  return (
    <Card title={t('safekeeping.promise')}>
      {refused ? (
        <Notice kind="warning" title={t('safekeeping.promise-refused')}>
          <p>{t('safekeeping.promise-refused-text')}</p>
        </Notice>
      ) : (
        <p>{t('safekeeping.promise-not-given')}</p>
      )}
      <Button kind="secondary" full icon="shield" busy={asking} onPress={() => void ask()}>
        {t(refused ? 'safekeeping.promise-ask-again' : 'safekeeping.promise-ask')}
      </Button>
    </Card>
  );
};
