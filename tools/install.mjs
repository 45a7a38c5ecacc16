// Installs from the lock file when it changed since the last install, so that `npm start` and `npm test` work on a
// machine that has only Node and git. Plain JavaScript: it runs before anything is installed.
//
// `npm install --no-save` and not `npm ci`: it takes the locked versions and leaves the lock file alone, but it does not
// refuse a lock file that lists no packages for platforms other than ours (npm 11's `ci` does).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.denba-installed`;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Denba needs Node 20.19 or newer (24 recommended); this is ${process.version}. Install it from nodejs.org.`,
  );
  process.exit(1);
}

const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .update(process.platform + process.arch)
  .digest('hex');
const have = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (have !== wanted) {
  console.log('Denba: installing the packages of the lock file…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error(
      'Denba: the packages could not be installed (see above). Check the network, then run the command again.',
    );
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
