/** Head circumference gained (cm) over 2 and 3 months (to 12 months), 4 and 6 months (to 24 months). See velocity.ts. */
import { headVelocityTable } from './load-head-velocity.ts';
import { scoreVelocity, type VelocityMeasure, type VelocityScore, type VisitInterval } from './velocity.ts';

export const headCircumferenceVelocityMeasure: VelocityMeasure = { table: headVelocityTable, kind: 'size' };

export const headCircumferenceVelocity = (child: VisitInterval & { readonly gainCm: number | null }): VelocityScore =>
  scoreVelocity(headCircumferenceVelocityMeasure, child, child.gainCm);
