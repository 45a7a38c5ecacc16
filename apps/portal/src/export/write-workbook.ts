/** Rows as an Excel workbook: the figures on the first sheet, the definition of the indicator on the second. */
import writeExcelFile from 'write-excel-file/universal';
import type { Cell } from './export-table.ts';

export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly widths: readonly number[];
};

export const writeWorkbook = async (sheets: readonly Sheet[]): Promise<Uint8Array> => {
  const blob = await writeExcelFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: rows.map((row, at) =>
        row.map((value) =>
          value === null
            ? null
            : typeof value === 'string'
              ? { value, type: String, ...(at === 0 ? { fontWeight: 'bold' as const } : {}), wrap: true }
              : { value, type: Number },
        ),
      ),
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};
