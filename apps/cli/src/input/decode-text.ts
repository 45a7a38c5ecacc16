/**
 * Converts bytes of unknown encoding to UTF-8 bytes. Spreadsheets write UTF-8 (with or without a byte-order mark),
 * UTF-16 ("Unicode text") or, on an old Windows, Windows-1252. Binary files and workbooks are refused.
 */
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { exitCode } from '../command-line/exit-code.ts';
import { type Failure, Stop } from '../command-line/failure.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodedText = {
  /** UTF-8 bytes without a byte-order mark. */
  readonly chunks: AsyncGenerator<Buffer>;
  /** The encoding as far as it is known. It may change to Windows-1252 later, while the chunks are read. */
  readonly encoding: () => Encoding;
  readonly byteOrderMark: boolean;
};

export const decodeText = async (stream: Readable, file: string): Promise<DecodedText> => {
  const source = stream[Symbol.asyncIterator]();
  const next = async (): Promise<Buffer | null> => {
    const { done, value } = await source.next();
    return done === true ? null : Buffer.isBuffer(value) ? value : Buffer.from(String(value));
  };
  const first = await next();
  const head = first ?? Buffer.alloc(0);
  const mark = markOf(head);
  let encoding: Encoding = mark?.encoding ?? 'utf-8';
  if (encoding === 'utf-8') refuseBinary(head, file);
  const body = head.subarray(mark?.length ?? 0);
  const chunks = async function* (): AsyncGenerator<Buffer> {
    if (encoding !== 'utf-8') {
      const decoder = new TextDecoder(encoding);
      for (let chunk: Buffer | null = body; chunk !== null; chunk = await next()) {
        yield Buffer.from(decoder.decode(chunk, { stream: true }));
      }
      yield Buffer.from(decoder.decode());
      return;
    }
    let rest = Buffer.alloc(0);
    const asText = (bytes: Buffer): Buffer => {
      if (encoding === 'utf-8' && isUtf8(bytes)) return bytes;
      encoding = 'windows-1252';
      return Buffer.from(decodeWindows1252(bytes));
    };
    for (let chunk: Buffer | null = body; chunk !== null; chunk = await next()) {
      const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = whole.length - unfinished(whole);
      rest = Buffer.from(whole.subarray(end));
      yield asText(whole.subarray(0, end));
    }
    if (rest.length > 0) yield asText(rest);
  };
  return { chunks: chunks(), encoding: () => encoding, byteOrderMark: mark !== null };
};

const markOf = (head: Buffer): { readonly encoding: Encoding; readonly length: number } | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
};

/** The number of bytes at the end that begin a character whose rest is in the next chunk. */
const unfinished = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < characterLength(byte) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
};

/** The length in bytes of a UTF-8 character that begins with this byte. */
const characterLength = (firstByte: number): number => {
  if (firstByte >= 0xf0) return 4;
  return firstByte >= 0xe0 ? 3 : 2;
};

const refuseBinary = (head: Buffer, file: string): void => {
  const workbook = head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03;
  const oldWorkbook = head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11;
  if (workbook || oldWorkbook) throw new Stop(notText(file, 'workbook'));
  if (head.subarray(0, 65_536).includes(0)) throw new Stop(notText(file, 'binary'));
};

const notText = (file: string, kind: 'workbook' | 'binary'): Failure => ({
  exit: exitCode.cannotRead,
  place: { file },
  what:
    kind === 'workbook'
      ? {
          fr: "c'est un classeur (Excel ou LibreOffice), pas un fichier CSV.",
          en: 'this is a workbook (Excel or LibreOffice), not a CSV file.',
        }
      : { fr: "ce n'est pas un fichier de texte.", en: 'this is not a text file.' },
  cure: {
    fr: 'Ouvrez-le dans un tableur et enregistrez la feuille en « CSV UTF-8 ».',
    en: 'Open it in a spreadsheet and save the sheet as “CSV UTF-8”.',
  },
});
