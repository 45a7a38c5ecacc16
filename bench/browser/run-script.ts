/**
 * Runs a script of this folder in a process of its own and reads the figures that it writes. For scripts that cannot be
 * bundled: the build of the clinic finds its files by the folder of its own source.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchFigure } from '../bench-figure.ts';

/** `script`: the name of its file in this folder. */
export const figuresOf = (script: string): readonly BenchFigure[] => {
  const folder = mkdtempSync(join(tmpdir(), 'denba-figures-'));
  const result = join(folder, 'figures.json');
  try {
    const path = fileURLToPath(new URL(script, import.meta.url));
    execFileSync(process.execPath, ['--import', 'tsx', path, result], { stdio: 'inherit' });
    return JSON.parse(readFileSync(result, 'utf8')) as readonly BenchFigure[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
