/**
 * Many assessments stored as columns: for each data element the distinct answers, and for each assessment the number of
 * its answer. A million assessments take a few bytes per element instead of a record each.
 */
import type { Inputs } from '../../assess/read-inputs.ts';
import type { Numbers } from './narrow-column.ts';

export type Column = {
  /** For each assessment, the position of its answer in `values`. */
  readonly numbers: Numbers;
  /**
   * Distinct answers, as inputs of an assessment hold them (`read-inputs.ts`): dates as `YYYY-MM-DD`, unknown is null.
   */
  readonly values: readonly unknown[];
};

export type AssessmentColumns = {
  readonly count: number;
  /** By name of the data element. A missing element was answered in no assessment. */
  readonly inputs: Readonly<Record<string, Column>>;
  /** The month (`YYYY-MM`) and the place (facility id) of each assessment. */
  readonly month: Column;
  readonly place: Column;
};

export type PlacedAssessment = { readonly inputs: Inputs; readonly month: string; readonly place: string };

export const columnsOf = (assessments: readonly PlacedAssessment[]): AssessmentColumns => {
  const count = assessments.length;
  const names = new Set(assessments.flatMap(({ inputs }) => Object.keys(inputs)));
  const column = (answer: (assessment: PlacedAssessment) => unknown): Column => {
    const values: unknown[] = [];
    const known = new Map<string, number>();
    const numbers = Int32Array.from(assessments, (assessment) => {
      const value = answer(assessment) ?? null;
      const key = JSON.stringify(value);
      const number = known.get(key) ?? values.push(value) - 1;
      known.set(key, number);
      return number;
    });
    const narrow = values.length <= 0x100 ? Uint8Array.from(numbers) : numbers;
    return { numbers: values.length <= 0x10000 && narrow === numbers ? Uint16Array.from(numbers) : narrow, values };
  };
  return {
    count,
    inputs: Object.fromEntries([...names].map((name) => [name, column(({ inputs }) => inputs[name])])),
    month: column(({ month }) => month),
    place: column(({ place }) => place),
  };
};

/** The answers of one assessment, rebuilt from the columns. */
export const inputsAt = ({ inputs }: AssessmentColumns, index: number): Inputs =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, { numbers, values }]): [string, unknown][] => {
      const value = values[numbers[index] as number] ?? null;
      return value === null ? [] : [[name, value]];
    }),
  );
