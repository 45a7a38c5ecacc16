/**
 * Shows, once, the key that unlocks the phone when every PIN is forgotten: to be kept on paper, away from the phone.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import './recovery-key.css';

type Props = {
  readonly recoveryKey: string;
  /** A problem in an earlier step, such as a failed join; null when there was none. */
  readonly warning: string | null;
  /** Something to know before the first day on this phone; null when there is nothing. */
  readonly note: string | null;
  readonly onKept: () => void;
  /** Called when the user comes from another phone and has a backup of it. */
  readonly onRestore: () => void;
};

export const RecoveryKey = ({ recoveryKey, warning, note, onKept, onRestore }: Props) => {
  const [kept, setKept] = useState(false);
  return (
    <main class="start">
      <h1>{t('start.recovery-title')}</h1>
      {warning === null ? null : <Notice kind="warning" title={warning} />}
      {note === null ? null : <Notice kind="info" title={note} />}
      <p>{t('start.recovery-text')}</p>
      <p class="recovery-key" translate={false} dir="ltr">
        {recoveryKey}
      </p>
      <Notice kind="warning" title={t('start.recovery-once')} />
      <label class="confirm">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
        <span>{t('start.recovery-kept')}</span>
      </label>
      <Button kind="secondary" full icon="print" onPress={() => print()}>
        {t('start.recovery-print')}
      </Button>
      <Button kind="primary" full disabled={!kept} onPress={onKept}>
        {t('start.begin')}
      </Button>
      <Button kind="quiet" full icon="upload" disabled={!kept} onPress={onRestore}>
        {t('start.restore')}
      </Button>
    </main>
  );
};
