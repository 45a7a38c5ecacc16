import table from '../tables/head-velocity.json' with { type: 'json' };
import { decodeVelocityTable } from '../velocity-table.ts';

export const headVelocityTable = decodeVelocityTable(table);
