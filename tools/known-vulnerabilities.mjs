/**
 * Asks the registry whether the packages that Denba ships have known vulnerabilities (`npm audit`), and fails on a high
 * or critical one. When the registry cannot be asked, it says so and does not fail: a silent "none found" would be
 * worse than no check.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 120_000,
});

const answer = (() => {
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
})();
const counts = answer?.metadata?.vulnerabilities;
if (counts === undefined) {
  console.log('--- KNOWN VULNERABILITIES WERE NOT CHECKED: the registry could not be asked from here.');
} else {
  console.log(`--- known vulnerabilities: ${JSON.stringify(counts)}`);
  if (counts.high + counts.critical > 0) {
    const severe = Object.values(answer.vulnerabilities).filter(({ severity }) => /high|critical/.test(severity));
    for (const { name, severity, range } of severe) console.error(`${severity}: ${name} ${range}`);
    process.exitCode = 1;
  }
}
