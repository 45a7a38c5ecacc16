/** A protocol folder as a map from path to text: sheets, cards, cases and the head. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Stop } from '../command-line/failure.ts';
import { cannotRead, codeOf } from '../input/open-bytes.ts';

export const readFolder = (folder: string, wanted: (path: string) => boolean = () => true): Map<string, string> => {
  const files = new Map<string, string>();
  for (const path of filesIn(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    if (!/\.(csv|md|yaml)$/.test(name) || !wanted(name)) continue;
    try {
      files.set(name, readFileSync(path, 'utf8'));
    } catch (error) {
      throw new Stop(cannotRead(path, codeOf(error)));
    }
  }
  return files;
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
