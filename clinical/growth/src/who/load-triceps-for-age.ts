import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/triceps-for-age.json' with { type: 'json' };

export const tricepsForAgeTable = decodeLmsTable(table);
