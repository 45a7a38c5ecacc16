import table from '../tables/length-velocity.json' with { type: 'json' };
import { decodeVelocityTable } from '../velocity-table.ts';

export const lengthVelocityTable = decodeVelocityTable(table);
