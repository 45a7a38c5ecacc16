/**
 * A decision table as data (DMN 1.5 §8): what the protocol reader builds from a sheet, what the phone stores, what the
 * checker reads. It knows no protocol.
 */
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { Expression, UnaryTests } from '../expression.ts';

/**
 * Which of the rows that hold give the result.
 *
 * `U` unique · `A` any, all alike · `P` priority, by the order of the output's values · `F` first ·
 * `R` rule order · `O` output order · `C` collect · `C+` sum · `C<` least · `C>` greatest · `C#` count.
 */
export type HitPolicy = 'U' | 'A' | 'P' | 'F' | 'R' | 'O' | 'C' | 'C+' | 'C<' | 'C>' | 'C#';

export const hitPolicies: readonly HitPolicy[] = ['U', 'A', 'P', 'F', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'];

export type DecisionTable = {
  readonly id: string;
  readonly name: string;
  readonly title: Text;
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rows: readonly TableRow[];
};

export type TableInput = {
  /** As written in the sheet. */
  readonly source: string;
  readonly expression: Expression;
};

export type TableOutput = {
  readonly name: string;
  /** `number`, `code`, `boolean`, `text`, `list`…: a literal in a cell is checked against it. */
  readonly type: string;
  /** The codes it may take. For `P` and `O`, from the highest priority down. */
  readonly values?: readonly string[];
  /** Used only when no row holds and none is undecided. */
  readonly default?: Expression;
};

export type TableRow = {
  /** `MAMI.DT.03.07`: shown in traces, named in tests. */
  readonly id: string;
  /** Conditions by name: where one of them is false the row does not hold, whatever its cells say. */
  readonly for?: readonly string[];
  /** One per input; `null` asks nothing. */
  readonly tests: readonly (UnaryTests | null)[];
  /** One per output; `null` gives nothing. */
  readonly outputs: readonly (Expression | null)[];
  readonly reason: Text;
  readonly source: string;
  readonly status: SourceStatus;
};
