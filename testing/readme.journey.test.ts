/**
 * The README shows what the commands print: each block after a command in backticks is compared with a real run. A line
 * `…` stands for lines that are left out; of a line that ends with `…` only the beginning is compared.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

/** A paragraph that begins with a title in bold and a command, then its block. */
const examples = [
  ...readme.matchAll(/^\*\*[^\n]*\*\* – `npx denba ([^`]+)`(?:[^\n]|\n(?!\n))*\n\n```\n([\s\S]*?)\n```/gm),
].map((match) => ({ command: match[1] ?? '', shown: (match[2] ?? '').split('\n') }));

describe('the README', () => {
  it('shows an example of every command', () => {
    expect(examples.map(({ command }) => command.split(' ')[0])).toEqual([
      'assess',
      'cohort',
      'zscore',
      'check',
      'vignettes',
    ]);
  });

  it.each(examples)('denba $command prints what is shown', ({ command, shown }) => {
    const run = spawnSync(process.execPath, [`${root}apps/cli/bin/denba.mjs`, ...command.split(' ')], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'fr_FR.UTF-8' },
    });
    const printed = `${run.stdout}\n${run.stderr}`.split('\n').map((line) => line.replaceAll('\u00a0', ' ').trimEnd());
    for (const line of shown) {
      const wanted = line.replaceAll('\u00a0', ' ').trimEnd();
      if (wanted === '…' || wanted === '' || /\d s\.$/.test(wanted)) continue;
      const begins = wanted.endsWith('…') ? wanted.slice(0, -1).trimEnd() : null;
      expect(
        printed.some((candidate) => (begins === null ? candidate === wanted : candidate.startsWith(begins))),
        wanted,
      ).toBe(true);
    }
  });
});
