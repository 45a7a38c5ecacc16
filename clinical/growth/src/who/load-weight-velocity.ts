import table from '../tables/weight-velocity.json' with { type: 'json' };
import { decodeVelocityTable } from '../velocity-table.ts';

export const weightVelocityTable = decodeVelocityTable(table);
