import { decodeNewbornTable } from '../newborn-table.ts';
import table from '../tables/newborn-head.json' with { type: 'json' };

export const newbornHeadTable = decodeNewbornTable(table);
