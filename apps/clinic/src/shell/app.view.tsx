/** The whole app: opening, first start, locked, or open at a screen. */
import { recoveryUser } from '@denba/device/device';
import { EmptyState } from '@denba/kit/empty-state.view';
import { ProgressBar } from '@denba/kit/progress-bar.view';
import { useEffect } from 'preact/hooks';
import { FirstStart } from '../start/first-start.view.tsx';
import { Unlock } from '../start/unlock.view.tsx';
import { type AppState, appState, lock } from './app-state.ts';
import { phoneClock } from './clock.ts';
import { lookAtClock } from './clock-watch.ts';
import { watchIdle } from './idle-lock.ts';
import { t } from './language.ts';
import { LazyScreen, type Screens } from './lazy-screen.view.tsx';
import { ReportedLost } from './reported-lost.view.tsx';
import { route } from './route.ts';
import { lookAtStorage } from './storage-watch.ts';
import { type Workspace, WorkspaceProvider } from './workspace.ts';

export const App = ({ screens }: { readonly screens: Screens }) => <Present state={appState.value} screens={screens} />;

const Present = ({ state, screens }: { readonly state: AppState; readonly screens: Screens }) => {
  switch (state.kind) {
    case 'opening':
      return <ProgressBar value={null} label={t('shell.opening')} />;
    case 'failed':
      return (
        <EmptyState
          icon="warning"
          title={t('shell.cannot-open')}
          text={t('shell.cannot-open-cure', { name: state.name })}
        />
      );
    case 'firstStart':
      return <FirstStart mode={state.mode} device={state.device} />;
    case 'locked':
      return <Unlock mode={state.mode} device={state.device} />;
    case 'preparing':
      return (
        <main class="start" aria-busy="true">
          <p class="training-banner">{t('shell.training-banner')}</p>
          <h1>{t('shell.preparing-training')}</h1>
          <ProgressBar value={state.share} label={t('shell.preparing-training-text')} />
        </main>
      );
    case 'open':
      return <Open workspace={state.workspace} screens={screens} />;
  }
};

const Open = ({ workspace, screens }: { readonly workspace: Workspace; readonly screens: Screens }) => {
  useEffect(() => watchIdle(phoneClock, () => void lock()), []);
  useEffect(() => {
    void lookAtClock(workspace.session, workspace.clock.wallMs());
  }, [workspace]);
  const saved = workspace.rows.value;
  // Looked at again after every save.
  useEffect(() => {
    void lookAtStorage(workspace.session);
  }, [workspace, saved]);
  const server = workspace.server?.state.value;
  const lost = server?.kind === 'linked' && server.link.revoked && workspace.session.user.id !== recoveryUser.id;
  if (lost) return <ReportedLost onLock={() => void lock()} />;
  return (
    <WorkspaceProvider value={workspace}>
      <LazyScreen screens={screens} route={route.value} />
    </WorkspaceProvider>
  );
};
