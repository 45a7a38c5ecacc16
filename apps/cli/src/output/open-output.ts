/**
 * Opens the destination of a result. A file is replaced atomically: the result is written to a temporary file in the
 * same folder, which is renamed when it is complete. Until then an existing file stays unchanged.
 */
import { once } from 'node:events';
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { exitCode } from '../command-line/exit-code.ts';
import { type Failure, Stop } from '../command-line/failure.ts';
import { type Terminal, write } from '../command-line/terminal.ts';
import { codeOf } from '../input/open-bytes.ts';

export type Output = {
  readonly write: (text: string) => Promise<void>;
  /** Call when everything was written: puts the file in its place. */
  readonly finish: () => Promise<void>;
  /** Call after a failure: removes the unfinished file. */
  readonly abandon: () => Promise<void>;
};

export const openOutput = async (path: string | null, terminal: Terminal): Promise<Output> => {
  if (path === null || path === '-') {
    const done = async (): Promise<void> => {};
    return { write: (text) => write(terminal.stdout, text), finish: done, abandon: done };
  }
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (folder) throw new Stop(cannotWrite(path, 'EISDIR'));
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  // Removes the temporary file when the process is interrupted (Ctrl-C).
  const remove = (): void => rmSync(draft, { force: true });
  process.once('exit', remove);
  const stream = createWriteStream(draft);
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new Stop(cannotWrite(path, codeOf(error)));
  }
  return {
    write: (text) => write(stream, text).catch((error) => refuse(path, error)),
    finish: async () => {
      try {
        await close(stream);
        await rename(draft, path);
        process.off('exit', remove);
      } catch (error) {
        await unlink(draft).catch(() => {});
        refuse(path, error);
      }
    },
    abandon: async () => {
      await close(stream).catch(() => {});
      await unlink(draft).catch(() => {});
    },
  };
};

const close = (stream: WriteStream): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.end((error?: Error | null) => (error ? reject(error) : resolve()));
  });

const refuse = (path: string, error: unknown): never => {
  throw new Stop(cannotWrite(path, codeOf(error)));
};

const cannotWrite = (path: string, code: string): Failure => ({
  exit: exitCode.cannotRead,
  place: { file: path },
  what:
    code === 'EISDIR'
      ? {
          fr: "c'est un dossier : on ne peut pas y écrire le résultat.",
          en: 'this is a folder: the result cannot be written there.',
        }
      : code === 'ENOSPC'
        ? { fr: 'le disque est plein.', en: 'the disk is full.' }
        : { fr: `ce fichier ne peut être écrit (${code}).`, en: `this file cannot be written (${code}).` },
  cure: {
    fr: 'Donnez après -o un nom de fichier dans un dossier où vous pouvez écrire.',
    en: 'Give after -o a file name in a folder where you may write.',
  },
});
