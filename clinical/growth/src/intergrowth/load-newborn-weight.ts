import { decodeNewbornTable } from '../newborn-table.ts';
import table from '../tables/newborn-weight.json' with { type: 'json' };

export const newbornWeightTable = decodeNewbornTable(table);
