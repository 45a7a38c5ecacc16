import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/length-for-age.json' with { type: 'json' };

export const lengthForAgeTable = decodeLmsTable(table);
