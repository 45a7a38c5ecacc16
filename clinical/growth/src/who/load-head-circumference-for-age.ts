import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/head-circumference-for-age.json' with { type: 'json' };

export const headCircumferenceForAgeTable = decodeLmsTable(table);
