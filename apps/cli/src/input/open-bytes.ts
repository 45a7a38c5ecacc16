/** Opens a file, or standard input for `-`, as bytes. When that fails, the message says what to do. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Text } from '@denba/quantities/text';
import { exitCode } from '../command-line/exit-code.ts';
import { type Failure, Stop } from '../command-line/failure.ts';
import type { Terminal } from '../command-line/terminal.ts';

const CHUNK_BYTES = 1 << 18;

export type OpenedFile = { readonly stream: Readable /** Bytes, when known. */; readonly size: number | null };

export const openBytes = async (path: string, terminal: Terminal): Promise<OpenedFile> => {
  if (path === '-') return { stream: terminal.stdin, size: null };
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Stop(cannotRead(path, 'EISDIR'));
    const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    await once(stream, 'open');
    return { stream, size: found.isFile() ? found.size : null };
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(cannotRead(path, codeOf(error)));
  }
};

/** Reads a small text file (an entry, a sheet) as a whole. */
export const readWhole = async (path: string, terminal: Terminal): Promise<Buffer> => {
  const { stream } = await openBytes(path, terminal);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  return Buffer.concat(chunks);
};

export const cannotRead = (path: string, code: string): Failure => {
  const [what, cure] = reasons[code] ?? otherReason(code);
  return { exit: exitCode.cannotRead, place: { file: path }, what, cure };
};

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

const reasons: Readonly<Record<string, readonly [what: Text, cure: Text]>> = {
  ENOENT: [
    { fr: "ce fichier n'existe pas.", en: 'there is no such file.' },
    { fr: 'Vérifiez le nom et le dossier.', en: 'Check the name and the folder.' },
  ],
  EISDIR: [
    { fr: "c'est un dossier, pas un fichier.", en: 'this is a folder, not a file.' },
    { fr: 'Nommez un fichier de ce dossier.', en: 'Name a file in that folder.' },
  ],
  EACCES: [
    { fr: "vous n'avez pas le droit de lire ce fichier.", en: 'you are not allowed to read this file.' },
    { fr: 'Demandez ce droit, ou copiez le fichier ailleurs.', en: 'Ask for that right, or copy the file elsewhere.' },
  ],
};

const otherReason = (code: string): readonly [what: Text, cure: Text] => [
  { fr: `ce fichier ne peut être lu (${code}).`, en: `this file cannot be read (${code}).` },
  { fr: 'Vérifiez le disque et le nom du fichier.', en: 'Check the disk and the name of the file.' },
];
