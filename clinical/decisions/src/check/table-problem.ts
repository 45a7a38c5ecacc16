/** A problem of a table, worded for its author. */
import type { Text } from '@denba/quantities/text';
import type { Value } from '../value.ts';

export type TableProblem = {
  readonly kind: /** No row holds for some known inputs, and there is no default. */
    | 'gap'
    /** Two rows hold together although the hit policy allows only one, or only equal outputs. */
    | 'overlap'
    /** A row that can never hold, or that never affects the result. */
    | 'unreachable'
    | 'unknownName'
    | 'typeMismatch'
    /** A code that is not declared for the element or the output. */
    | 'unknownCode'
    /** Hit policy `P` or `O` without the list of values that gives the order. */
    | 'noPriority'
    /** A row with the wrong number of cells, an id used twice, or a heading that is a constant. */
    | 'malformed'
    /** The checker cannot decide, and reports that. */
    | 'notAnalysed';
  readonly severity: 'error' | 'warning';
  /** The id of the row; `null` when the problem concerns the whole table. */
  readonly row: string | null;
  /** The column as written in the sheet, or the name of the output; `null` when it is no single column. */
  readonly column: string | null;
  readonly message: Text;
  readonly cure: Text;
  /** Inputs that show the problem. A name that is left out may have any value. */
  readonly example?: Readonly<Record<string, Value>>;
};

/** The example in words: `age_days = 3, sex = f`. */
export const inWords = (example: Readonly<Record<string, Value>>, show: (value: Value) => string): string =>
  Object.entries(example)
    .map(([name, value]) => `${name} = ${show(value)}`)
    .join(', ');
