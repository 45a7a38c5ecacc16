/** A part of what a node reads, reduced to what decides the node's answer. */
import type { Value } from '@denba/decisions/value';

export type Part = {
  /** Positions in the list of paths that the node reads. */
  readonly reads: readonly number[];
  /** A text of what decides the answer among these values; `null` when the values themselves decide. */
  readonly sign: ((memory: readonly Value[]) => string) | null;
};
