import { decodeLmsTable } from '../lms-table.ts';
import table from '../tables/subscapular-for-age.json' with { type: 'json' };

export const subscapularForAgeTable = decodeLmsTable(table);
