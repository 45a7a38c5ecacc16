/** INTERGROWTH-21st newborn size, 33+0 to 42+6: the four parameters of the skew-t type 3 by sex and day of gestation. */
import { join } from 'node:path';
import type { CompactNewbornTable } from '@denba/growth/newborn-table';
import { encodeColumn } from './encode-column.ts';
import { cell, readPublishedFile } from './published-file.ts';

const files = { weight: 'BW', length: 'BL', head: 'HC' } as const;

export const newbornMeasures = ['weight', 'length', 'head'] as const;

export const buildNewbornTable = (folder: string, measure: (typeof newbornMeasures)[number]): CompactNewbornTable => {
  const file = `INTERGROWTH_newborn_standards_parameters_${files[measure]}.csv`;
  const published = readPublishedFile(join(folder, 'intergrowth', file), ',');
  const forSex = (sex: string): CompactNewbornTable['M'] => {
    const rows = published.rows
      .filter((row) => cell(row, 'sex') === sex)
      .toSorted((a, b) => Number(cell(a, 'ga')) - Number(cell(b, 'ga')));
    const from = Number(cell(rows[0] ?? {}, 'ga'));
    rows.forEach((row, at) => {
      if (Number(cell(row, 'ga')) !== from + at) throw new Error(`${file}: day ${from + at} of ${sex} is missing`);
    });
    const column = (name: string) => encodeColumn(rows.map((row) => cell(row, name)));
    return {
      from,
      rows: rows.length,
      mu: column('mu'),
      sigma: column('sigma'),
      nu: column('nu'),
      tau: column('tau'),
    };
  };
  return {
    index: `newborn-${measure}`,
    source: 'INTERGROWTH-21st newborn size (Villar 2014), coefficients of the skew-t type 3 by E. Ohuma, 33+0 to 42+6',
    edition: 'parameter files of ki-tools/growthstandards d1fc9eb (MIT licence)',
    files: { [published.name]: published.sha256 },
    key: 'gestational age in days',
    M: forSex('Male'),
    F: forSex('Female'),
  };
};
