/** Runs `denba` for tests: as a real process, or inside the test's process (faster, same commands). */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../src/command-line/run-command-line.ts';
import { everyCommand } from '../src/every-command.ts';

export const binary = fileURLToPath(new URL('../bin/denba.mjs', import.meta.url));

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export type RunOptions = { readonly stdin?: string | Buffer; readonly env?: Readonly<Record<string, string>> };

/** Runs a real process in an empty folder. */
export const runProcess = (words: readonly string[], { stdin = '', env = {} }: RunOptions = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binary, ...words], {
      cwd: temporaryFolder(),
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });

/** Runs the same commands inside the test's process, without the cost of starting one. */
export const runHere = async (words: readonly string[], { stdin = '', env = {} }: RunOptions = {}): Promise<Ran> => {
  const [out, err] = [new Collected(), new Collected()];
  const code = await runCommandLine(everyCommand, words, {
    terminal: { stdin: Readable.from([Buffer.from(stdin)]), stdout: out, stderr: err },
    env,
    version: '0.0.0',
  });
  return { code, out: out.text(), err: err.text() };
};

class Collected extends Writable {
  readonly chunks: Buffer[] = [];
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }
  text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new temporary folder, removed when the tests end. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'denba-test-'));
  folders.push(folder);
  return folder;
};

export const temporaryFile = (name: string, content: string | Buffer): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
};

/** The rows of a CSV text as objects keyed by heading. Does not support quoted cells. */
export const rowsOf = (csv: string, delimiter = ','): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = head.split(delimiter);
  return lines.map((line) => {
    const cells = line.split(delimiter);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
};
