/** The MAMI protocol as the product reads it, for tests and benchmarks. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../protocols/mami/', import.meta.url));

/** Every file of `protocols/mami` by its path inside that folder. */
export const mamiFiles = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('\\', '/').replace(/\/+/g, '/');
        return [path.slice(folder.replaceAll('\\', '/').length), readFileSync(path, 'utf8')] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
