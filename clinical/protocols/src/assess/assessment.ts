/** What an assessment says, and why. */
import type { TableResult } from '@denba/decisions/tables/table-result';
import type { Scope, Value } from '@denba/decisions/value';
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { InputProblem } from './input-problem.ts';

/** One row that fired: the sentence that the worker reads, the record keeps and the test names. */
export type TraceEntry = {
  readonly table: string;
  readonly row: string;
  /** The reason with its values filled in. */
  readonly reason: Text;
  readonly values: Readonly<Record<string, Value>>;
  readonly source: string;
  /** `default` as soon as the row, or a cut-off that it reads, awaits a clinician's approval. */
  readonly status: SourceStatus;
};

export type Assessment = {
  /** Who decided: kept with what was shown. */
  readonly protocol: { readonly id: string; readonly version: string; readonly overlays: readonly string[] };
  /** Every element given, every derived value, every table by its name. */
  readonly values: Scope;
  readonly tables: Readonly<Record<string, TableResult>>;
  readonly trace: readonly TraceEntry[];
  /** Data elements without which some row cannot be decided, in protocol order. */
  readonly missing: readonly string[];
  /** Of those given, the ones whose answer was "not assessed": asked, and nobody looked. */
  readonly notAssessed: readonly string[];
  /** Inputs that were refused; each counts as unknown. */
  readonly problems: readonly InputProblem[];
};
