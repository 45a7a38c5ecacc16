/**
 * The FEEL grammar of bpmn.io, with two quirks repaired here. Build time only.
 *
 * In long expressions the name `years and months duration` is split at its `and`: its spaces are replaced while the
 * grammar reads, without changing offsets. And after `in` without brackets the grammar takes everything that follows as
 * the test, so `x in [1..2] or y` would mean `x in ([1..2] or y)`: brackets are added around `x in [1..2]` before
 * reading.
 */
import { parser } from '@bpmn-io/lezer-feel';
import { err, ok, type Result } from '@denba/quantities/result';
import type { Text } from '@denba/quantities/text';
import type { SyntaxNode } from '@lezer/common';
import { type ExpressionError, syntaxError } from './expression-error.ts';

export type Node = SyntaxNode;

export type GrammarTree = {
  readonly top: Node;
  /** The source including the added brackets. */
  readonly text: string;
  /** For each offset in `text`, the corresponding offset in the original source. */
  readonly originalOffset: readonly number[];
};

const parsers = {
  Expression: parser.configure({ top: 'Expression' }),
  UnaryTests: parser.configure({ top: 'UnaryTests' }),
};

export const grammarTree = (
  source: string,
  dialect: keyof typeof parsers,
): Result<GrammarTree, readonly ExpressionError[]> => {
  let text = source.replaceAll(/"(?:\\.|[^"\\])*"|years and months duration(?=\s*\()/g, (part) =>
    part.startsWith('"') ? part : part.replaceAll(' ', '_'),
  );
  let originalOffset = Array.from({ length: source.length + 1 }, (_, index) => index);
  for (;;) {
    const top = parsers[dialect].parse(text).topNode;
    const broken = brokenNode(top);
    if (broken) return err([errorAt(broken, text, originalOffset)]);
    const bare = greedyTest(top);
    if (!bare) return ok({ top, text, originalOffset });
    text = `${text.slice(0, bare.from)}(${text.slice(bare.from, bare.to)})${text.slice(bare.to)}`;
    originalOffset = [
      ...originalOffset.slice(0, bare.from + 1),
      ...originalOffset.slice(bare.from, bare.to + 1),
      ...originalOffset.slice(bare.to),
    ];
  }
};

/** The children of a node that carry meaning: no brackets, operators, keywords or comments. */
export const operandsOf = (node: Node): Node[] =>
  childrenOf(node).filter(({ name }) => (/^[A-Z]/.test(name) && !silent.has(name)) || name === 'null' || name === '?');

export const childrenOf = (node: Node): Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

const silent = new Set(['ArithOp', 'CompareOp', 'LineComment', 'BlockComment']);

const brokenNode = (node: Node): Node | null => {
  if (node.type.isError) return node;
  for (const child of childrenOf(node)) {
    const broken = brokenNode(child);
    if (broken) return broken;
  }
  return null;
};

const spreading = new Set(['Conjunction', 'Disjunction', 'Comparison']);

/** A bare `in` whose test took too much: where it begins, and where its first operand ends. */
const greedyTest = (node: Node): { from: number; to: number } | null => {
  for (const child of childrenOf(node)) {
    const found = greedyTest(child);
    if (found) return found;
  }
  if (node.name !== 'Comparison' || !node.getChild('in')) return null;
  const test = node.getChild('PositiveUnaryTest');
  let operand = test && operandsOf(test)[0];
  if (operand?.name === 'SimplePositiveUnaryTest' && operand.getChild('CompareOp')) operand = operandsOf(operand)[0];
  if (!test || !operand || !spreading.has(operand.name)) return null;
  while (operand && spreading.has(operand.name)) operand = operandsOf(operand)[0];
  return operand ? { from: node.from, to: operand.to } : null;
};

const errorAt = (node: Node, text: string, originalOffset: readonly number[]): ExpressionError => {
  const what = text.slice(node.from, node.to).trim();
  const rest = text.slice(node.from).trim();
  const before = text.slice(0, node.from);
  const from = originalOffset[node.from] ?? node.from;
  const to = originalOffset[Math.max(node.to, node.from)] ?? node.to;
  return syntaxError(what === '' ? (rest.match(/^\S+/)?.[0] ?? '') : what, hintFor(rest, before), { from, to });
};

const write = (text: string): Text => ({ fr: `Écrivez ${text}.`, en: `Write ${text}.` });

/** Hints for habits from other languages, with the FEEL notation. */
const hintFor = (rest: string, before: string): Text | null => {
  if (rest.startsWith('&&')) return write('and');
  if (rest.startsWith('||')) return write('or');
  if (rest.startsWith('!')) return write('not(…)');
  if (rest.startsWith('%')) return write('modulo(a, b)');
  if (rest.startsWith('≥')) return write('>=');
  if (rest.startsWith('≤')) return write('<=');
  if (rest.startsWith('≠')) return write('!=');
  if (/^,\d/.test(rest) && /\d$/.test(before)) {
    return { fr: 'Les décimales s’écrivent avec un point : 1.5.', en: 'Decimals are written with a point: 1.5.' };
  }
  if (/^['’`“«]/.test(rest)) {
    return { fr: 'Mettez les textes entre guillemets droits : "texte".', en: 'Put texts in straight quotes: "text".' };
  }
  if (rest.startsWith('"')) return { fr: 'Fermez les guillemets.', en: 'Close the quotes.' };
  if (/^\.\./.test(rest)) return write('[1..5]');
  if (rest === '' && /\bif\b/.test(before) && !/\belse\b/.test(before)) return write('if … then … else …');
  return null;
};
