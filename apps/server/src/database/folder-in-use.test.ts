import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, takeFolder } from './folder-in-use.ts';
import { runningIn } from './postgres-process.ts';

const above = mkdtempSync(join(tmpdir(), 'denba-folder-'));
let folder: string;
let mark: string;
beforeEach(() => {
  folder = mkdtempSync(join(above, 'data-'));
  mark = join(folder, 'in-use-by');
});
afterAll(() => rmSync(above, { recursive: true }));

/** A running program that is not Denba and was started after this one. */
const program = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 600_000)'], { stdio: 'ignore' });
const another = program.pid ?? Number.NaN;
afterAll(() => {
  program.kill();
});

describe('a data folder', () => {
  it('is held by the Denba that took it, until that one lets it go', () => {
    writeFileSync(mark, String(another));
    expect(() => takeFolder(folder)).toThrow(FolderInUse);
    rmSync(mark);
    const release = takeFolder(folder);
    expect(readFileSync(mark, 'utf8')).toMatch(new RegExp(`^${process.pid}\\b`));
    release();
    takeFolder(folder)();
  });

  it.runIf(process.platform === 'linux')(
    'is free after a power cut, also when another program was given the number of the Denba that held it',
    () => {
      takeFolder(folder);
      writeFileSync(mark, readFileSync(mark, 'utf8').replace(/^\d+/, String(another)));
      takeFolder(folder)();
    },
  );

  it.runIf(process.platform === 'linux')(
    'has no PostgreSQL that runs when its number is that of another program',
    () => {
      const postgres = join(folder, 'postgres');
      mkdirSync(postgres);
      const lines = [another, postgres, '1764200000', '5432', '', '127.0.0.1', '  1234  5678', 'ready   '];
      writeFileSync(join(postgres, 'postmaster.pid'), `${lines.join('\n')}\n`);
      expect(runningIn(postgres)).toBeNull();
    },
  );
});
