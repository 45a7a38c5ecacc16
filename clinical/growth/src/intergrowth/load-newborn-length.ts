import { decodeNewbornTable } from '../newborn-table.ts';
import table from '../tables/newborn-length.json' with { type: 'json' };

export const newbornLengthTable = decodeNewbornTable(table);
