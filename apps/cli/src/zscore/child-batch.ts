/** The rows of a batch in the column format of @denba/growth (columns.ts). The arrays are reused for each batch. */
import type { ChildColumns } from '@denba/growth/columns';

export type ChildBatch = ChildColumns & {
  /** NaN means unknown. */
  readonly gestationalAgeDays: Float64Array;
};

export const createChildBatch = (rows: number): ChildBatch => ({
  sex: new Uint8Array(rows),
  ageDays: new Float64Array(rows),
  weightKg: new Float64Array(rows),
  lengthCm: new Float64Array(rows),
  measured: new Uint8Array(rows),
  oedema: new Uint8Array(rows),
  headCircumferenceCm: new Float64Array(rows),
  muacCm: new Float64Array(rows),
  tricepsMm: new Float64Array(rows),
  subscapularMm: new Float64Array(rows),
  gestationalAgeDays: new Float64Array(rows),
});

/** Resets row `row`: every value is missing. */
export const clearRow = (batch: ChildBatch, row: number): void => {
  batch.sex[row] = 0;
  batch.measured[row] = 0;
  batch.oedema[row] = 0;
  for (const column of [
    batch.ageDays,
    batch.weightKg,
    batch.lengthCm,
    batch.headCircumferenceCm,
    batch.muacCm,
    batch.tricepsMm,
    batch.subscapularMm,
    batch.gestationalAgeDays,
  ]) {
    column[row] = Number.NaN;
  }
};
