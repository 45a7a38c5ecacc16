/** A phone that was reported lost shows nothing of anybody. Only the recovery key still opens it, for whoever has it. */
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { t } from '../words/language.ts';

export const ReportedLost = ({ onLock }: { readonly onLock: () => void }) => (
  <main class="start">
    <EmptyState icon="lock" title={t('shell.reported-lost')} text={t('shell.reported-lost-text')} />
    <Button kind="secondary" full icon="lock" onPress={onLock}>
      {t('shell.reported-lost-lock')}
    </Button>
  </main>
);
