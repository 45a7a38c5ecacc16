/**
 * In a bundle, a module that reads a file beside itself finds it beside its source; a module that starts a thread finds
 * the thread beside the bundle.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/** Only for bundles that run on the machine that made them. */
export const whereTheSourceWas: Plugin = {
  name: 'where-the-source-was',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (path.includes('node_modules') || !text.includes('import.meta.url') || text.includes('new Worker('))
        return null;
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};
