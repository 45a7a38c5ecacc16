import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

const start = (...words: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'tools/start.ts', ...words], { cwd: root, encoding: 'utf8' });

describe('npm start', () => {
  it('shows the report on a simulated cohort, says that it is one, and how to go on', () => {
    const { status, stdout } = start();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Démonstration : \d+ nourrissons de petit poids SIMULÉS/);
    expect(stdout).toContain('À SIX MOIS');
    expect(stdout).toContain('npx denba --help');
  }, 60_000);

  it('shows it on the file that it is given, and says when there is none', () => {
    const { status, stderr } = start('absent.csv', '--lang', 'en');
    expect(status).toBe(3);
    expect(stderr).toContain('there is no such file');
  }, 60_000);
});
