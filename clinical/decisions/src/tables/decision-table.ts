/**
 * A decision table as data (DMN 1.5 §8): the protocol reader builds it from a sheet, phones store it, the checker reads
 * it. It is independent of any protocol.
 */
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { Expression, UnaryTests } from '../expression.ts';

/**
 * How the rows that hold are combined to the result.
 *
 * `U` unique · `A` any, all with equal outputs · `P` priority, by the order of the output's values · `F` first · `R`
 * rule order · `O` output order · `C` collect · `C+` sum · `C<` minimum · `C>` maximum · `C#` count.
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
  /** The heading as written in the sheet. */
  readonly source: string;
  readonly expression: Expression;
};

export type TableOutput = {
  readonly name: string;
  /** `number`, `code`, `boolean`, `text`, `list`…: literals in cells are checked against it. */
  readonly type: string;
  /** The possible codes; for `P` and `O`, sorted by descending priority. */
  readonly values?: readonly string[];
  /** Used only when no row holds and none is undecided. */
  readonly default?: Expression;
};

export type TableRow = {
  /** For example `MAMI.DT.03.07`: shown in traces and named in tests. */
  readonly id: string;
  /** Names of conditions: when one of them is false the row does not hold, whatever its cells say. */
  readonly for?: readonly string[];
  /** One per input; `null` means no condition. */
  readonly tests: readonly (UnaryTests | null)[];
  /** One per output; `null` gives no value. */
  readonly outputs: readonly (Expression | null)[];
  readonly reason: Text;
  readonly source: string;
  readonly status: SourceStatus;
};
