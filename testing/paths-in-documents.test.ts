/** Every path that a document or a comment names exists, so that a reader finds a file that was moved. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['apps', 'bench', 'clinical', 'docs', 'indicators', 'protocols', 'sync', 'testing', 'tools', 'ui'];
const filesIn = (folder: string): readonly string[] =>
  readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
const files = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE-CONTENT.md', 'README.md', ...folders.flatMap(filesIn)];

/** Whole paths from the root of the repository: `apps/clinic/src/visit`, `docs/decisions/0023`. */
const wholePath = new RegExp(`(?<![\\w./@-])(?:${folders.join('|')})/[\\w./-]*[\\w](?![\\w*<{…/-])`, 'g');

const namedIn = (file: string): readonly string[] => {
  const text = readFileSync(`${root}/${file}`, 'utf8');
  if (file.endsWith('.md'))
    return [...text.matchAll(/`([^`\n]+)`|\]\(([^)\n]+)\)/g)].flatMap(([said]) => said.match(wholePath) ?? []);
  return (text.match(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm) ?? []).flatMap((comment) => comment.match(wholePath) ?? []);
};

/** A decision may be named by its number (`docs/decisions/0023`); build output need not exist. */
const isThere = (path: string): boolean =>
  existsSync(`${root}/${path}`) ||
  path.endsWith('/dist') ||
  (path.startsWith('docs/decisions/') && files.some((file) => file.startsWith(`${path}-`)));

it('every path that a document or a comment names is there', () => {
  const named = files
    .filter((file) => /\.(md|ts|tsx|css)$/.test(file))
    .flatMap((file) => namedIn(file).map((path) => ({ file, path })));
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter(({ path }) => !isThere(path)).map(({ file, path }) => `${file} names ${path}`)).toEqual([]);
});
