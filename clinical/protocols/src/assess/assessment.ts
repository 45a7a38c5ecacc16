/** The result of running a protocol on the answers of one visit: conclusions, and the reasons for them. */
import type { TableResult } from '@denba/decisions/tables/table-result';
import type { Scope, Value } from '@denba/decisions/value';
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { InputProblem } from './input-problem.ts';

/** One decision row that fired, with the sentence that the worker reads, the record keeps and the tests name. */
export type TraceEntry = {
  readonly table: string;
  readonly row: string;
  /** The reason of the row, with values filled in. */
  readonly reason: Text;
  readonly values: Readonly<Record<string, Value>>;
  readonly source: string;
  /** `default` when the row, or a cut-off that it reads, still awaits a clinician's approval. */
  readonly status: SourceStatus;
};

export type Assessment = {
  /** The protocol that made the assessment; stored with what the worker was shown. */
  readonly protocol: { readonly id: string; readonly version: string; readonly overlays: readonly string[] };
  /** The values of all given elements, derived values and tables, by name. */
  readonly values: Scope;
  readonly tables: Readonly<Record<string, TableResult>>;
  readonly trace: readonly TraceEntry[];
  /** Data elements without which at least one row cannot be decided, in the order of the protocol. */
  readonly missing: readonly string[];
  /** Data elements that were answered with "not assessed": asked, but nobody looked. */
  readonly notAssessed: readonly string[];
  /** Inputs that were refused; each of them counts as unknown. */
  readonly problems: readonly InputProblem[];
};
