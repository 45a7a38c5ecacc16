/** A part of what a node reads, as far as it decides the node's answer. */
import type { Value } from '@denba/decisions/value';

export type Part = {
  /** Positions among the paths read. */
  readonly reads: readonly number[];
  /** What of these values decides the answer, as text; `null`: the values themselves. */
  readonly sign: ((memory: readonly Value[]) => string) | null;
};
