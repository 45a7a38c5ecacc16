/** Length gained (cm) over 2, 3, 4 and 6 months, to 24 months. See velocity.ts. */
import { lengthVelocityTable } from './load-length-velocity.ts';
import { scoreVelocity, type VelocityMeasure, type VelocityScore, type VisitInterval } from './velocity.ts';

export const lengthVelocityMeasure: VelocityMeasure = { table: lengthVelocityTable, kind: 'size' };

export const lengthVelocity = (child: VisitInterval & { readonly gainCm: number | null }): VelocityScore =>
  scoreVelocity(lengthVelocityMeasure, child, child.gainCm);
