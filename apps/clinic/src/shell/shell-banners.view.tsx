/** What must not be overlooked, whatever the screen: training data, storage that may be lost or is full, a new version. */
import { Button } from '@denba/kit/button.view';
import { Notice } from '@denba/kit/notice.view';
import { startUpdate, updateReady } from './app-update.ts';
import { t } from './language.ts';
import { go } from './route.ts';
import { storageState } from './storage-watch.ts';
import { useWorkspace } from './workspace.ts';

export const ShellBanners = () => {
  const { mode, session } = useWorkspace();
  const storage = storageState.value;
  const problems = session.problems();
  const full = storage.kind === 'full' || storage.kind === 'nearlyFull';
  if (mode !== 'training' && !updateReady.value && !full && problems.length === 0) return null;
  return (
    <aside aria-label={t('shell.notices')}>
      {mode === 'training' ? <p class="training-banner">{t('shell.training-banner')}</p> : null}
      {updateReady.value ? (
        <Notice
          kind="info"
          title={t('shell.update-ready')}
          actions={
            <Button kind="secondary" onPress={() => void startUpdate()}>
              {t('shell.update-start')}
            </Button>
          }
        />
      ) : null}
      {storage.kind === 'full' || storage.kind === 'nearlyFull' ? (
        <Notice
          kind={storage.kind === 'full' ? 'danger' : 'warning'}
          title={t(storage.kind === 'full' ? 'shell.storage-full' : 'shell.storage-nearly-full')}
          actions={
            <Button kind="secondary" onPress={() => go({ name: 'safekeeping' })}>
              {t('shell.storage-see')}
            </Button>
          }
        />
      ) : null}
      {problems.length > 0 ? (
        <Notice
          kind="danger"
          title={t('shell.damaged', { count: problems.length })}
          actions={
            <Button kind="secondary" onPress={() => go({ name: 'safekeeping' })}>
              {t('shell.storage-see')}
            </Button>
          }
        />
      ) : null}
    </aside>
  );
};
