import { type ChildColumns, createZScoreColumn, sexAt, writeRefusal, writeZ, type ZScoreColumn } from '../columns.ts';
import { reasonCode } from '../reason-code.ts';
import { type AgeIndex, rawZ, refuse } from './age-index.ts';

/**
 * Like `scoreByAge`, for a column of measurements that need no correction (weight, head, MUAC, skinfolds). See
 * columns.ts.
 */
export const scoreColumnByAge = (
  index: AgeIndex,
  children: ChildColumns,
  values: Float64Array,
  into: ZScoreColumn = createZScoreColumn(values.length),
): ZScoreColumn => {
  const { ageDays, oedema } = children;
  for (let row = 0; row < values.length; row++) {
    const sex = sexAt(children, row);
    const age = ageDays[row] ?? Number.NaN;
    const value = values[row] ?? Number.NaN;
    const code = refuse(index, sex, age, value, oedema[row] === 1);
    if (sex !== null && code === reasonCode.scored) writeZ(into, row, rawZ(index, sex, age, value), index.flags);
    else writeRefusal(into, row, code);
  }
  return into;
};
