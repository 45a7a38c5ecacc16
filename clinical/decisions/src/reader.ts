/** What reading a tree needs to know, and where it puts what is wrong. Build time only. */
import type { ExpressionError } from './expression-error.ts';
import type { Node } from './parse-grammar.ts';

export type Signature = {
  readonly parameters: readonly string[];
  readonly required: number;
  readonly variadic: boolean;
};

export type Reader = {
  readonly text: string;
  readonly codes: ReadonlySet<string>;
  readonly hostFunctions: readonly string[];
  readonly signatureOf: (name: string) => Signature | null;
  readonly errors: ExpressionError[];
  readonly report: (make: (place: { from: number; to: number }) => ExpressionError, node: Node) => void;
};
