/**
 * Reads a CSV file as batches of records, in constant memory. Each record carries its line number. Records with too few
 * or too many cells are returned unchanged; blank lines are left out and counted.
 */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { exitCode } from '../command-line/exit-code.ts';
import { type Failure, Stop } from '../command-line/failure.ts';
import type { Terminal } from '../command-line/terminal.ts';
import { type CsvDialect, detectDialect } from './csv-dialect.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { openBytes } from './open-bytes.ts';

export type CsvRecord = { readonly line: number; readonly cells: string[] };

export type CsvInput = {
  /** The file's name in messages: the path, or `stdin`. */
  readonly file: string;
  readonly header: readonly string[];
  readonly dialect: CsvDialect;
  readonly encoding: () => Encoding;
  readonly byteOrderMark: boolean;
  readonly batches: AsyncGenerator<readonly CsvRecord[]>;
  /** The number of records to expect, estimated from the size of the file; `null` when unknown. */
  readonly expected: () => number | null;
  readonly blankLines: () => number;
};

const BATCH_RECORDS = 4096;
const SAMPLE_BYTES = 1 << 16;

export const openCsv = async (path: string, terminal: Terminal): Promise<CsvInput> => {
  const file = path === '-' ? 'stdin' : path;
  const { stream, size } = await openBytes(path, terminal);
  const { chunks, encoding, byteOrderMark } = await decodeText(stream, file);
  const sample = await takeSample(chunks);
  const dialect = detectDialect(sample.toString('utf8'));
  let bytes = 0;
  const parser = parse({
    delimiter: dialect.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  });
  const source = Readable.from(
    (async function* () {
      bytes += sample.length;
      yield sample;
      for await (const chunk of chunks) {
        bytes += chunk.length;
        yield chunk;
      }
    })(),
  );
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  const counts = { records: 0, blank: 0 };
  const batches = readBatches(parser, file, counts);
  const first = await batches.next();
  const [head, ...others]: readonly CsvRecord[] = first.done === true ? [] : first.value;
  if (head === undefined) throw new Stop(emptyFile(file));
  const rest = async function* (): AsyncGenerator<readonly CsvRecord[]> {
    if (others.length > 0) yield others;
    yield* batches;
  };
  return {
    file,
    header: head.cells.map((name) => name.trim()),
    dialect,
    encoding,
    byteOrderMark,
    batches: rest(),
    expected: () => (size === null || bytes === 0 ? null : Math.round((counts.records / bytes) * size)),
    blankLines: () => counts.blank,
  };
};

const takeSample = async (chunks: AsyncGenerator<Buffer>): Promise<Buffer> => {
  const taken: Buffer[] = [];
  for (let length = 0; length < SAMPLE_BYTES; ) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    taken.push(value);
    length += value.length;
  }
  return Buffer.concat(taken);
};

async function* readBatches(
  parser: ReturnType<typeof parse>,
  file: string,
  counts: { records: number; blank: number },
): AsyncGenerator<CsvRecord[]> {
  // The listener must exist even while a batch is processed: an error event without one would end the process.
  let failed: unknown = null;
  parser.on('error', (error) => {
    failed = error;
  });
  let line = 1;
  for (;;) {
    const batch: CsvRecord[] = [];
    while (batch.length < BATCH_RECORDS) {
      const cells: string[] | null = parser.read();
      if (cells === null) break;
      const here = line;
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
      if (cells.length === 1 && cells[0]?.trim() === '') counts.blank += 1;
      else batch.push({ line: here, cells });
    }
    counts.records += batch.length;
    if (batch.length > 0) yield batch;
    else if (failed !== null) throw asStop(failed, file, line);
    else if (parser.readableEnded || parser.destroyed) return;
    else {
      try {
        await Promise.race([once(parser, 'readable'), once(parser, 'end'), once(parser, 'close')]);
      } catch (error) {
        failed = error;
      }
    }
  }
}

const asStop = (error: unknown, file: string, line: number): unknown => {
  if (!(error instanceof CsvError)) return error;
  return new Stop(
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? quoteNotClosed(file, line)
      : {
          exit: exitCode.cannotRead,
          place: { file, line },
          what: {
            fr: `ce CSV ne se lit plus ici (${error.code}).`,
            en: `this CSV cannot be read on from here (${error.code}).`,
          },
          cure: { fr: 'Regardez cette ligne et la précédente.', en: 'Look at this line and the one before.' },
        },
  );
};

const quoteNotClosed = (file: string, line: number): Failure => ({
  exit: exitCode.cannotRead,
  place: { file, line },
  what: {
    fr: `à partir de cette ligne, un guillemet (") est ouvert et jamais fermé : la suite du fichier est illisible.`,
    en: `from this line on, a quote (") is opened and never closed: the rest of the file cannot be read.`,
  },
  cure: {
    fr: 'Fermez le guillemet, ou doublez-le ("") s\'il fait partie du texte.',
    en: 'Close the quote, or double it ("") if it is part of the text.',
  },
});

const emptyFile = (file: string): Failure => ({
  exit: exitCode.cannotRead,
  place: { file, line: 1 },
  what: { fr: 'ce fichier est vide.', en: 'this file is empty.' },
  cure: {
    fr: 'Il faut une première ligne avec le nom des colonnes, puis une ligne par mesure.',
    en: 'It needs a first line with the names of the columns, then one line per measurement.',
  },
});
