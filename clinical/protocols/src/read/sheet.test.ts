import { describe, expect, it } from 'vitest';
import { cell, readSheet } from './sheet.ts';

const rowsOf = (text: string) => {
  const { sheet, problems } = readSheet('x.csv', text);
  expect(problems).toEqual([]);
  return sheet.rows.map(({ line, cells }) => [line, cells]);
};

describe('a sheet', () => {
  it('knows the line of every row, through blank lines and cells of several lines', () => {
    expect(rowsOf('a,b\n\n1,"two\nlines"\n\n\n3,4\n')).toEqual([
      [3, { a: '1', b: 'two\nlines' }],
      [7, { a: '3', b: '4' }],
    ]);
  });

  it('reads the same when Windows or a French Excel saved it', () => {
    const plain = rowsOf('a,b\n1,"x\ny"\n');
    expect(rowsOf('\uFEFFa;b\r\n1;"x\r\ny"\r\n')).toEqual(plain);
  });

  it('takes a cell that is not there for a blank one', () => {
    const { sheet } = readSheet('x.csv', 'a,b\n1\n');
    const [row] = sheet.rows;
    expect(row && [cell(row, 'a'), cell(row, 'b'), cell(row, 'c')]).toEqual(['1', '', '']);
  });

  it('leaves out rows that hold only separators', () => {
    expect(rowsOf('a,b\n,\n1,2\n')).toEqual([[3, { a: '1', b: '2' }]]);
  });

  it('names the line where a quote was opened and never closed', () => {
    expect(readSheet('x.csv', 'a,b\n1,2\n3,"4\n5,6\n').problems).toMatchObject([{ kind: 'notCsv', line: 3 }]);
  });
});
