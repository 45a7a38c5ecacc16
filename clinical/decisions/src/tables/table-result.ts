/** What a decision table answers, and why. Plain data: shown to the worker, kept in the record, named in tests. */
import type { SourceStatus } from '@denba/quantities/text';
import type { Value } from '../value.ts';

export type TableResult = {
  /** The table's id. */
  readonly table: string;
  /**
   * One value per output for `U A P F`; a list for `R O C`, in which blank cells leave nothing; the aggregate for
   * `C+ C< C> C#`. `null` when nothing holds and a row is undecided, when rows contradict each other, and for an
   * aggregate that an undecided row could still change.
   */
  readonly outputs: Readonly<Record<string, Value>>;
  /** The rows that made the outputs, in the order in which they count. */
  readonly hit: readonly RowTrace[];
  /** The rows that hold neither surely nor surely not, and could still change the outputs. */
  readonly undecided: readonly RowTrace[];
  /** The names that the undecided rows wait for, each once. */
  readonly missing: readonly string[];
  /** No row holds, none is undecided, and the table has a default. */
  readonly defaulted: boolean;
  /** The rows contradict the hit policy: a defect of the content, reported with the result, never resolved by luck. */
  readonly violation?: Violation;
};

export type Violation = {
  /** `U`: more than one row holds. `A`: rows hold whose outputs differ. */
  readonly kind: 'severalRowsHold' | 'outputsDiffer';
  readonly rows: readonly string[];
};

export type RowTrace = {
  /** The row's id. */
  readonly row: string;
  /** Every name the row read, with its value. */
  readonly values: Readonly<Record<string, Value>>;
  /**
   * The names whose absence matters. For an undecided row, the unknown names of the cells that could not be decided:
   * never empty. For a row that holds, every name it read that is not known.
   */
  readonly missing: readonly string[];
  readonly source: string;
  readonly status: SourceStatus;
};
