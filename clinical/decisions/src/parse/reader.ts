/** The context for reading a tree, and where errors are collected. Build time only. */
import type { Text } from '@denba/quantities/text';
import type { Expression } from '../expression.ts';
import type { Value } from '../value.ts';
import { type ExpressionError, outsideSubset } from './expression-error.ts';
import { childrenOf, type Node } from './parse-grammar.ts';

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

export const nothing: Expression = { kind: 'literal', value: null };

export const literal = (value: Value): Expression => ({ kind: 'literal', value });

export const textOf = (node: Node, reader: Reader): string => reader.text.slice(node.from, node.to);

export const wordsOf = (node: Node, reader: Reader): string =>
  childrenOf(node)
    .map((word) => textOf(word, reader))
    .join(' ');

export const refuse = (node: Node, reader: Reader, fr: string, en: string, cure?: Text): Expression => {
  reader.report(
    (place) =>
      outsideSubset(
        { fr: `${fr} : hors du langage de Denba.`, en: `${en}: not part of Denba's language.` },
        cure ?? { fr: 'Voyez docs/expressions.md.', en: 'See docs/expressions.md.' },
        place,
      ),
    node,
  );
  return nothing;
};
