/** Rows of cells as aligned text: the first column to the left, the others to the right. */

export const textTable = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  indent = '  ',
): string[] => {
  const widths = headings.map((heading, column) =>
    Math.max(lengthOf(heading), ...rows.map((row) => lengthOf(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    `${indent}${widths
      .map((width, column) => {
        const cell = cells[column] ?? '';
        const space = ' '.repeat(width - lengthOf(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  ')}`.trimEnd();
  return [line(headings), `${indent}${widths.map((width) => '─'.repeat(width)).join('  ')}`, ...rows.map(line)];
};

/** Characters as seen: composed letters count once. */
const lengthOf = (text: string): number => [...text.normalize('NFC')].length;
