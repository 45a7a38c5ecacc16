/** The root component: opening, first start, locked, or unlocked at a screen. */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Unlock } from '../start/unlock.view.tsx';
import { type AppState, appState, lock } from './app-state.ts';
import { layAsideToday } from './idle-work/lay-aside-today.ts';
import { phoneClock } from './phone/clock.ts';
import { lookAtClock } from './phone/clock-watch.ts';
import { lookAtStorage } from './phone/storage-watch.ts';
import { route } from './route.ts';
import { afterPaint } from './screen/after-paint.ts';
import { fetched } from './screen/fetched.view.tsx';
import { LazyScreen, type Screens } from './screen/lazy-screen.view.tsx';
import { WaitingForStore } from './screen/waiting-for-store.view.tsx';
import { watchIdle } from './unlocking/idle-lock.ts';
import { isMarkedLost, markLost } from './unlocking/lost-mark.ts';
import { ReportedLost } from './unlocking/reported-lost.view.tsx';
import { t } from './words/language.ts';
import { type Opening, type Workspace, WorkspaceProvider } from './workspace.ts';

const FirstStart = fetched(async () => (await import('../start/first-start.view.tsx')).FirstStart);

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
    // Both states render the same tree, so that the screen stays as it is when the rows have been read.
    case 'openingRows':
      return <Unlocked shell={state.opening} screens={screens} />;
    case 'open':
      return <Unlocked shell={state.workspace} screens={screens} />;
  }
};

type UnlockedProps = { readonly shell: Workspace | Opening; readonly screens: Screens };

const Unlocked = ({ shell, screens }: UnlockedProps) => {
  const workspace = 'session' in shell ? shell : null;
  useEffect(() => (workspace === null ? undefined : attend(workspace)), [workspace]);
  // Checked here, so that it holds for every way of unlocking, the recovery key included.
  if (workspace !== null && isLost(workspace)) return <ReportedLost workspace={workspace} onLock={() => void lock()} />;
  // Before the rows are read only the list of the day can be shown; any other screen waits for them.
  const there = workspace !== null || route.value.name === 'today';
  return (
    <WorkspaceProvider value={shell}>
      {there ? (
        <LazyScreen screens={screens} route={route.value} />
      ) : (
        <main class="start">
          <WaitingForStore />
        </main>
      )}
    </WorkspaceProvider>
  );
};

const isLost = ({ device, mode, server }: Workspace): boolean =>
  mode === 'care' && (isMarkedLost(device) || isRevoked(server));

const isRevoked = (server: Workspace['server']): boolean =>
  server?.state.value.kind === 'linked' && server.state.value.link.revoked;

/** Starts what runs beside the screens while the phone is unlocked. Returns a function that stops it. */
const attend = (workspace: Workspace): (() => void) => {
  void lookAtClock(workspace.session, workspace.clock.wallMs());
  const stops = [
    watchIdle(phoneClock, () => void lock()),
    // Checks the free storage after every save, after the screen has confirmed the save and without rendering it again.
    effect(() => {
      void workspace.rows.value;
      let wanted = true;
      void afterPaint().then(() => (wanted ? lookAtStorage(workspace.session) : null));
      return () => {
        wanted = false;
      };
    }),
    // Starts reading the family's timeline while its page is being drawn.
    effect(() => {
      const { value: next } = route;
      if ('family' in next) workspace.timelineOf(next.family).catch(() => null);
    }),
    layAsideToday(workspace),
    effect(() => {
      // On a full disk the mark cannot be written. The link then says that the phone is lost, a moment after unlocking.
      if (isRevoked(workspace.server)) void markLost(workspace.device).catch(() => null);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
