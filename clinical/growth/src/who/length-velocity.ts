/** Length gained (cm) over 2, 3, 4 and 6 months, to 24 months. See velocity.ts. */
import { lengthVelocityTable } from './load-length-velocity.ts';
import { scoreVelocity, type VelocityInput, type VelocityMeasure, type VelocityScore } from './velocity.ts';

export const lengthVelocityMeasure: VelocityMeasure = { table: lengthVelocityTable, kind: 'size' };

export const lengthVelocity = (
  child: Omit<VelocityInput, 'gain'> & { readonly gainCm: number | null },
): VelocityScore => scoreVelocity(lengthVelocityMeasure, { ...child, gain: child.gainCm });
