/** Formats rows of cells as an aligned text table: the first column aligned left, the others right. */

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

/** The number of visible characters: a letter with a combining accent counts once where Unicode has a composed form. */
const lengthOf = (text: string): number => [...text.normalize('NFC')].length;
