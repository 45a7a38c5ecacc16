import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { temporaryFile } from '../../test/run-denba.ts';
import type { CsvRecord } from './read-csv.ts';
import { openCsv } from './read-csv.ts';

const terminal = (stdin: Readable = Readable.from([])) => ({ stdin, stdout: new Writable(), stderr: new Writable() });

const readAll = async (content: string | Buffer | readonly Buffer[]) => {
  const piped = Array.isArray(content) ? terminal(Readable.from(content)) : terminal();
  const path = Array.isArray(content) ? '-' : temporaryFile('in.csv', content as string | Buffer);
  const input = await openCsv(path, piped);
  const records: CsvRecord[] = [];
  for await (const batch of input.batches) records.push(...batch);
  return { input, records, cells: records.map((record) => record.cells) };
};

const failureOf = async (content: string | Buffer): Promise<string> => {
  try {
    await readAll(content);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no failure';
};

describe('separators and line ends', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', ',', '\n'],
    ['semicolons and CRLF', 'a;b\r\n1;2\r\n', ';', '\r\n'],
    ['tabs, no last line end', 'a\tb\n1\t2', '\t', '\n'],
    ['old Mac line ends', 'a,b\r1,2\r', ',', '\n'],
    ['semicolons with commas in quotes', 'a;b;"c, d, e, f"\n1;2;3', ';', '\n'],
  ])('are seen: %s', async (_, text, delimiter, lineEnd) => {
    const { input, cells } = await readAll(text);
    expect([input.dialect.delimiter, input.dialect.lineEnd]).toEqual([delimiter, lineEnd]);
    expect(cells[0]?.slice(0, 2)).toEqual(['1', '2']);
  });

  it('decimal commas are seen in the cells', async () => {
    expect((await readAll('a;b\n1;2,5\n')).input.dialect.decimalComma).toBe(true);
    expect((await readAll('a,b\n1,"2,5"\n')).input.dialect.decimalComma).toBe(true);
    expect((await readAll('a;b\n1;2.5\n')).input.dialect.decimalComma).toBe(false);
  });
});

describe('encodings', () => {
  const text = 'prénom,note\nAïssé,œil\n';

  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 little end first', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from(text.replace('œ', '\x9c'), 'latin1'), 'windows-1252'],
  ])('%s is read', async (_, bytes, encoding) => {
    const { input, cells } = await readAll(bytes);
    expect(input.encoding()).toBe(encoding);
    expect(input.header).toEqual(['prénom', 'note']);
    expect(cells).toEqual([['Aïssé', 'œil']]);
  });

  it('a letter cut in two by a chunk is one letter', async () => {
    const bytes = Buffer.from(text);
    for (let cut = 1; cut < bytes.length; cut++) {
      const { cells, input } = await readAll([bytes.subarray(0, cut), bytes.subarray(cut)]);
      expect([input.encoding(), cells]).toEqual(['utf-8', [['Aïssé', 'œil']]]);
    }
  });
});

describe('lines', () => {
  it('are known for every record: quoted line ends count, blank lines are left out and counted', async () => {
    const { records, input } = await readAll('a,b\n1,"x\ny\nz"\n\n2,c\n   \n3,d\n');
    expect(records.map(({ line }) => line)).toEqual([2, 6, 8]);
    expect(input.blankLines()).toBe(2);
  });

  it('ragged records come as they are', async () => {
    expect((await readAll('a,b\n1\n1,2,3\n')).cells).toEqual([['1'], ['1', '2', '3']]);
  });

  it('a quote inside a cell is a letter', async () => {
    expect((await readAll('a,b\n5"2,x\n')).cells).toEqual([['5"2', 'x']]);
  });
});

describe('what is no CSV', () => {
  it('is refused with what it is', async () => {
    expect(await failureOf('')).toContain('empty');
    expect(await failureOf('\n\n')).toContain('empty');
    expect(await failureOf(Buffer.from([0x50, 0x4b, 3, 4, 1, 2]))).toContain('workbook');
    expect(await failureOf(Buffer.from([1, 0, 2, 0, 0, 0]))).toContain('not a text file');
    expect(await failureOf('a,b\n1,2\n3,"4\n5,6\n')).toContain('never closed');
  });

  it('a folder, a missing file', async () => {
    await expect(openCsv('/', terminal())).rejects.toThrow('folder');
    await expect(openCsv('/nowhere/at-all.csv', terminal())).rejects.toThrow('no such file');
  });
});
