import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/bmi-for-age.json' with { type: 'json' };

export const bmiForAgeTable = decodeLmsTable(table);
