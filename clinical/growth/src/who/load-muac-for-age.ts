import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/muac-for-age.json' with { type: 'json' };

export const muacForAgeTable = decodeLmsTable(table);
