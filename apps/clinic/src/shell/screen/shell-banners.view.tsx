/** Banners shown on every screen: a doubtful clock, a new version, full storage, damaged entries. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { startUpdate, updateReady } from '../phone/app-update.ts';
import { dayOfMs } from '../phone/clock.ts';
import { confirmClock, doubtfulClock } from '../phone/clock-watch.ts';
import { storageRoom } from '../phone/storage-watch.ts';
import { go } from '../route.ts';
import { t } from '../words/language.ts';
import { sayDay } from '../words/say.ts';
import { useShell, type Workspace } from '../workspace.ts';

export const ShellBanners = () => {
  const shell = useShell();
  return 'session' in shell ? <Banners workspace={shell} /> : null;
};

const Banners = ({ workspace: { session, today } }: { readonly workspace: Workspace }) => {
  const doubt = doubtfulClock.value;
  const room = storageRoom.value;
  const problems = session.problems();
  const scarce = room === 'full' || room === 'low';
  if (!updateReady.value && !scarce && doubt === null && problems.length === 0) return null;
  return (
    <aside aria-label={t('shell.notices')}>
      {doubt === null ? null : (
        <Notice
          kind="warning"
          title={t(`shell.clock-${doubt.kind}`, {
            now: sayDay(today(), 'long'),
            last: sayDay(dayOfMs(doubt.lastMs), 'long'),
          })}
          actions={
            <Button kind="secondary" onPress={() => void confirmClock(session)}>
              {t('shell.clock-right')}
            </Button>
          }
        >
          {t('shell.clock-check')}
        </Notice>
      )}
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
      {scarce ? (
        <Notice
          kind={room === 'full' ? 'danger' : 'warning'}
          title={t(room === 'full' ? 'shell.storage-full' : 'shell.storage-nearly-full')}
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
