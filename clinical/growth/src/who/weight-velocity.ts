/** Weight gained (g) over 1 (to 12 months), 2, 3, 4 and 6 months (to 24 months). See velocity.ts. */
import { weightVelocityTable } from './load-weight-velocity.ts';
import { scoreVelocity, type VelocityMeasure, type VelocityScore, type VisitInterval } from './velocity.ts';

export const weightVelocityMeasure: VelocityMeasure = { table: weightVelocityTable, kind: 'weight' };

export const weightVelocity = (child: VisitInterval & { readonly gainG: number | null }): VelocityScore =>
  scoreVelocity(weightVelocityMeasure, child, child.gainG);
