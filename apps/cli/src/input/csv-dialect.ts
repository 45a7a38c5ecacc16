/** How a CSV file is written, detected from its first lines: separator, line ends, decimal comma. */

export type CsvDialect = {
  readonly delimiter: string;
  readonly lineEnd: '\n' | '\r\n';
  /** True when decimals are written with a comma, as 3,25 (French spreadsheets). */
  readonly decimalComma: boolean;
};

const delimiters = [',', ';', '\t', '|'] as const;

/** `sample`: the beginning of the text, with at least its first line. */
export const detectDialect = (sample: string): CsvDialect => {
  const outside = sample.replace(/"(?:[^"]|"")*"/g, '""');
  const header = outside.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const delimiter = delimiters.reduce((best, candidate) =>
    header.split(candidate).length > header.split(best).length ? candidate : best,
  );
  const cells = sample
    .split(/\r\n|\n|\r/)
    .slice(1, 200)
    .flatMap((line) => line.split(delimiter === ',' ? /,(?=(?:[^"]*"[^"]*")*[^"]*$)/ : delimiter))
    .map((cell) => cell.replace(/^"(.*)"$/, '$1').trim());
  const commas = cells.filter((cell) => /^[-+]?\d+,\d+$/.test(cell)).length;
  const points = cells.filter((cell) => /^[-+]?\d+\.\d+$/.test(cell)).length;
  return { delimiter, lineEnd: sample.includes('\r\n') ? '\r\n' : '\n', decimalComma: commas > points };
};
