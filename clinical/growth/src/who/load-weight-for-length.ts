import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/weight-for-length.json' with { type: 'json' };

export const weightForLengthTable = decodeLmsTable(table);
