/** What the checker says about a table, to the person who writes it. */
import type { Text } from '@denba/quantities/text';
import type { Value } from '../value.ts';

export type TableProblem = {
  readonly kind: /** No row holds for some known inputs, and there is no default. */
    | 'gap'
    /** Two rows hold together where the hit policy allows one, or allows only equal outputs. */
    | 'overlap'
    /** A row that can never hold, or never counts. */
    | 'unreachable'
    | 'unknownName'
    | 'typeMismatch'
    /** A code that the element or the output does not have. */
    | 'unknownCode'
    /** `P` or `O` without the values that give the order. */
    | 'noPriority'
    /** A row without the right number of cells, or an id used twice. */
    | 'malformed'
    /** The checker cannot judge, and says so. */
    | 'notAnalysed';
  readonly severity: 'error' | 'warning';
  /** The row's id; `null` when the table as a whole is meant. */
  readonly row: string | null;
  /** The column as written in the sheet, or the output's name; `null` when no single column is meant. */
  readonly column: string | null;
  readonly message: Text;
  readonly cure: Text;
  /** Inputs that show it. A name that is left out may hold anything. */
  readonly example?: Readonly<Record<string, Value>>;
};

/** The example in words: `age_days = 3, sex = f`. */
export const inWords = (example: Readonly<Record<string, Value>>, show: (value: Value) => string): string =>
  Object.entries(example)
    .map(([name, value]) => `${name} = ${show(value)}`)
    .join(', ');
