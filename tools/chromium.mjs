// Finds the browser for tests and benchmarks. Chromium comes from the system, never from a download of our own. When it
// is missing, it is installed by the system's package manager if this user may do so; otherwise a message says how to
// install it. Plain JavaScript: `npm test` runs it before anything else.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium or Chrome, or `null`. `DENBA_CHROMIUM` names another browser. */
export const findChromium = (env = process.env) => {
  if (env.DENBA_CHROMIUM) return env.DENBA_CHROMIUM;
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path)) ?? null;
};

/** Flags without which Chromium does not start as root in a container, or makes network requests at every start. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const howToInstall =
  'Denba: the browser tests need Chromium or Chrome.\n' +
  '  Debian, Ubuntu   sudo apt-get install chromium\n' +
  '  Fedora           sudo dnf install chromium\n' +
  '  macOS, Windows   install Google Chrome\n' +
  'or set DENBA_CHROMIUM to the path of one. Then run the command again.';

const run = (command, words) => spawnSync(command, words, { stdio: 'inherit' }).status === 0;

/**
 * Returns the path of the browser; installs it with apt-get when this user may. Exits with instructions when it is not
 * found.
 */
export const requireChromium = () => {
  const found = findChromium();
  if (found !== null) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    console.log('Denba: installing Chromium for the browser tests (apt-get)…');
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  console.error(howToInstall);
  process.exit(1);
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) requireChromium();
