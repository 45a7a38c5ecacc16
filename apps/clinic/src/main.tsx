/** Composes the app and starts it. */
import '@denba/kit/tokens.css';
import '@denba/kit/base.css';
import './clinic.css';
import { render } from 'preact';
import { screens } from './screens.ts';
import { App } from './shell/app.view.tsx';
import { openStore, rememberedMode } from './shell/app-state.ts';
import { registerServiceWorker } from './shell/app-update.ts';
import { rememberedLanguage, setLanguage } from './shell/language.ts';
import { loadProtocol } from './shell/protocol.ts';
import { followHistory } from './shell/route.ts';
import { setTheme } from './shell/theme.ts';

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
};

void start();
