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
import { rawZ, refuse } from './age-index.ts';
import { lengthForAgeIndex, lengthOfStandard } from './length-for-age.ts';

/** Like `lengthForAge`, for a column. See columns.ts. */
export const lengthForAgeColumn = (
  children: ChildColumns,
  into: ZScoreColumn = createZScoreColumn(children.lengthCm.length),
): ZScoreColumn => {
  const { ageDays, lengthCm } = children;
  for (let row = 0; row < lengthCm.length; row++) {
    const sex = sexAt(children, row);
    const age = ageDays[row] ?? Number.NaN;
    const length = lengthOfStandard(age, lengthCm[row] ?? Number.NaN, postureAt(children, row));
    const code = refuse(lengthForAgeIndex, sex, age, length, false);
    if (sex !== null && code === reasonCode.scored) {
      writeZ(into, row, rawZ(lengthForAgeIndex, sex, age, length), lengthForAgeIndex.flags);
    } else writeRefusal(into, row, code);
  }
  return into;
};
