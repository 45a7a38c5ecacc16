/**
 * The result of a decision table, with the reasons. Plain data: shown to the worker, kept in the record, named in
 * tests.
 */
import type { SourceStatus } from '@denba/quantities/text';
import type { Value } from '../value.ts';

export type TableResult = {
  /** The table's id. */
  readonly table: string;
  /**
   * One value per output for `U A P F`; a list for `R O C`, to which blank cells add nothing; the aggregate for `C+ C<
   * C> C#`. `null` when no row holds and one is undecided, when rows contradict each other, and for an aggregate that
   * an undecided row could still change.
   */
  readonly outputs: Readonly<Record<string, Value>>;
  /** The rows that produced the outputs, in the order in which they count. */
  readonly hit: readonly RowTrace[];
  /** The undecided rows that could still change the outputs. */
  readonly undecided: readonly RowTrace[];
  /** The names that the undecided rows wait for, each once. */
  readonly missing: readonly string[];
  /** True when no row holds, none is undecided, and the table has a default. */
  readonly defaulted: boolean;
  /**
   * Present when the rows contradict the hit policy: a defect of the content, which is reported and never resolved by
   * chance.
   */
  readonly violation?: Violation;
};

export type Violation = {
  /**
   * `severalRowsHold` (for `U`): more than one row holds. `outputsDiffer` (for `A`): rows with different outputs hold.
   */
  readonly kind: 'severalRowsHold' | 'outputsDiffer';
  readonly rows: readonly string[];
};

export type RowTrace = {
  /** The row's id. */
  readonly row: string;
  /** Every name that the row read, with its value; for an undecided row, only the names in its cells. */
  readonly values: Readonly<Record<string, Value>>;
  /**
   * The names whose absence matters. For an undecided row: the unknown names of its undecided cells, never empty. For a
   * row that holds: every unknown name that it read.
   */
  readonly missing: readonly string[];
  readonly source: string;
  readonly status: SourceStatus;
};
