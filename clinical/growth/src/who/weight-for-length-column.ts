import {
  type ChildColumns,
  createZScoreColumn,
  postureAt,
  sexAt,
  writeRefusal,
  writeZ,
  type ZScoreColumn,
} from '../columns.ts';
import { reasonCode } from '../reason-code.ts';
import { rawWeightForLength, refuseWeightForLength, weightForLengthFlags } from './weight-for-length.ts';

/** Like `weightForLength`, for a column. See columns.ts. */
export const weightForLengthColumn = (
  children: ChildColumns,
  into: ZScoreColumn = createZScoreColumn(children.weightKg.length),
): ZScoreColumn => {
  const { ageDays, weightKg, lengthCm, oedema } = children;
  for (let row = 0; row < weightKg.length; row++) {
    const sex = sexAt(children, row);
    const posture = postureAt(children, row);
    const age = ageDays[row] ?? Number.NaN;
    const weight = weightKg[row] ?? Number.NaN;
    const length = lengthCm[row] ?? Number.NaN;
    const code = refuseWeightForLength(sex, age, weight, length, posture, oedema[row] === 1);
    if (sex !== null && code === reasonCode.scored) {
      writeZ(into, row, rawWeightForLength(sex, age, weight, length, posture), weightForLengthFlags);
    } else writeRefusal(into, row, code);
  }
  return into;
};
