/** Starts the app. */
import '@denba/kit/tokens.css';
import '@denba/kit/base.css';
import './clinic.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { screens } from './screens.ts';
import { App } from './shell/app.view.tsx';
import { appState, openStore, rememberedMode } from './shell/app-state.ts';
import { whenIdle } from './shell/idle-work/when-idle.ts';
import { registerServiceWorker } from './shell/phone/app-update.ts';
import { setTheme } from './shell/phone/theme.ts';
import { loadProtocol } from './shell/protocol/protocol.ts';
import { followHistory } from './shell/route.ts';
import { fetchScreen } from './shell/screen/lazy-screen.view.tsx';
import { rememberedLanguage, setLanguage } from './shell/words/language.ts';

const start = async (): Promise<void> => {
  setTheme();
  const protocol = loadProtocol();
  await setLanguage(rememberedLanguage() ?? 'fr');
  followHistory();
  const root = document.getElementById('app');
  if (root === null) throw new Error('index.html has no #app');
  render(<App screens={screens} />, root);
  await protocol;
  await openStore(rememberedMode());
  await registerServiceWorker();
  fetchNextScreens();
};

const AFTER_MS = 4_000;

/** Loads the next screens from the phone's cache while the worker reads the list of the day. */
const fetchNextScreens = (): void => {
  const stop = effect(() => {
    if (appState.value.kind !== 'open') return;
    setTimeout(() => {
      stop();
      for (const name of ['family', 'visit', 'result'] as const) {
        // A failure is ignored here: the screen is loaded again when it is opened, and the failure is shown then.
        whenIdle(() => void fetchScreen(screens, name).catch(() => undefined));
      }
    }, AFTER_MS);
  });
};

void start();
