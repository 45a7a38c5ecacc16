import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/weight-for-height.json' with { type: 'json' };

export const weightForHeightTable = decodeLmsTable(table);
