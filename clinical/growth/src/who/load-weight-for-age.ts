import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/weight-for-age.json' with { type: 'json' };

export const weightForAgeTable = decodeLmsTable(table);
