/**
 * Reads the licence of every installed package, offline, and fails on one that is not on the list. Plain JavaScript: it
 * runs before any TypeScript can. `node tools/licences.mjs` prints how many packages have each licence.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Licences that are accepted both for what Denba ships and for what it is built with, by SPDX name. */
const allowed = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'PostgreSQL',
  ],
]);

/** Packages with another licence, and why each of them is accepted all the same. */
const decided = new Map([
  ['axe-core', { licence: 'MPL-2.0', because: 'used in tests, unchanged and not shipped' }],
  ['caniuse-lite', { licence: 'CC-BY-4.0', because: 'data of the build, not shipped' }],
]);

/** Whether a licence as `package.json` writes it is allowed: of `OR` one is enough, of `AND` all are needed. */
export const isAllowed = (expression) => {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(plain)) return plain.split(' OR ').some(isAllowed);
  return plain.split(' AND ').every((one) => allowed.has(one.trim()));
};

/**
 * @returns {{ name: string, version: string, licence: string | null }[]} Every package below `root`, once per version.
 */
export const installedPackages = (root) => {
  const found = new Map();
  const readFolder = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      // Symbolic links lead to our own packages.
      if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.name.startsWith('@')) {
        readFolder(path);
        continue;
      }
      const file = join(path, 'package.json');
      if (existsSync(file)) {
        const { name, version, license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
        const written = license ?? licenses;
        const one = (value) => (typeof value === 'string' ? value : (value?.type ?? null));
        const licence = Array.isArray(written) ? written.map(one).join(' OR ') : one(written);
        found.set(`${name}@${version}`, { name, version, licence });
      }
      if (existsSync(join(path, 'node_modules'))) readFolder(join(path, 'node_modules'));
    }
  };
  readFolder(join(root, 'node_modules'));
  return [...found.values()];
};

/** The packages whose licence is neither accepted nor decided, one line each. */
export const undecided = (packages) =>
  packages
    .filter(({ name, licence }) => {
      const exception = decided.get(name);
      return licence === null || (!isAllowed(licence) && exception?.licence !== licence);
    })
    .map(({ name, version, licence }) => `${name}@${version}: ${licence ?? 'no licence'}`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const packages = installedPackages(fileURLToPath(new URL('..', import.meta.url)));
  const counts = new Map();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count}\t${licence}`);
  const wrong = undecided(packages);
  for (const line of wrong) console.error(`NOT ALLOWED ${line}`);
  if (wrong.length > 0) {
    console.error('Choose another package, or write in tools/licences.mjs why this one may be here.');
    process.exitCode = 1;
  }
}
