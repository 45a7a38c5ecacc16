/**
 * What a protocol concludes from every assessment, stored so that drafts can be compared with it: for each assessment,
 * the numbers of all answers behind some conclusions. Made once for the running protocol; every draft starts from it
 * and computes only what it changes (`replay.ts`).
 */
import type { Value } from '@denba/decisions/value';
import { decisionOrder } from '../../assess/create-assessor.ts';
import { namesBehind } from '../../assess/names-behind.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { Tally } from '../compare/tally.ts';
import type { AssessmentColumns } from './assessment-columns.ts';
import { Dictionaries } from './dictionaries.ts';
import { type ElementAnswers, elementAnswers } from './element-answers.ts';
import { logicNodes } from './logic-node.ts';
import { Margins } from './margins.ts';
import { NarrowColumn } from './narrow-column.ts';
import { rootOf } from './read-path.ts';
import { RememberedNode } from './remembered-node.ts';
import { SliceView } from './slice-view.ts';

/** The conclusions that are counted by default: names or paths of the MAMI protocol. */
export const usualConclusions = ['pair_class', 'enrolment', 'care.setting', 'next_visit_days'] as const;

/** Number of assessments done, and of all. */
export type Progress = { readonly done: number; readonly of: number };

/**
 * Number of assessments of one month and place that have one value, separately for children who were in care and who
 * were not.
 */
export type Total = {
  readonly month: string;
  readonly place: string;
  readonly inCare: boolean;
  readonly value: Value;
  readonly count: number;
};

export type Baseline = {
  readonly protocol: CompiledProtocol;
  readonly columns: AssessmentColumns;
  readonly conclusions: readonly string[];
  readonly dictionaries: Dictionaries;
  readonly nodes: ReadonlyMap<string, RememberedNode>;
  readonly elements: ReadonlyMap<string, ElementAnswers>;
  /** For each node, by name, the number of its answer for each assessment. */
  readonly answers: ReadonlyMap<string, NarrowColumn>;
  /** How far each threshold may move, by name of the node, for nodes that judge by thresholds. */
  readonly margins: ReadonlyMap<string, Margins>;
  /** Totals by conclusion. */
  readonly totals: Readonly<Record<string, readonly Total[]>>;
};

/** Number of assessments per slice. Between two slices the caller can show progress or stop. */
export const sliceLength = 4096;

/**
 * Yields after each slice of assessments; the caller cancels by not calling `next` again. Throws when the protocol
 * cannot run, like `createAssessor`.
 */
export function* prepareBaseline(
  protocol: CompiledProtocol,
  columns: AssessmentColumns,
  conclusions: readonly string[] = usualConclusions,
): Generator<Progress, Baseline> {
  const dictionaries = new Dictionaries();
  const logic = logicNodes(protocol);
  const behind = namesBehind(protocol, conclusions.map(rootOf));
  const order = decisionOrder(protocol).filter((name) => behind.has(name) && logic.has(name));
  const wanted = wantedPaths(
    order.flatMap((name) => logic.get(name)?.reads ?? []),
    conclusions,
  );
  const nodes = new Map<string, RememberedNode>();
  const margins = new Map<string, Margins>();
  for (const name of order) {
    const node = logic.get(name);
    if (node === undefined) continue;
    const paths = wanted.get(name) ?? [];
    const noting = node.notingRunFor(paths);
    nodes.set(name, new RememberedNode(node, paths, dictionaries, noting?.run));
    if (noting !== null) margins.set(name, new Margins(noting.thresholds, columns.count));
  }
  const answersOf = elementAnswers(protocol, columns, dictionaries);
  const elements = new Map<string, ElementAnswers>();
  for (const { name } of protocol.elements) {
    const paths = wanted.get(name);
    if (paths !== undefined && columns.inputs[name] !== undefined) elements.set(name, answersOf(name, paths));
  }
  const answers = new Map(order.map((name) => [name, new NarrowColumn(columns.count)]));
  const view = new SliceView(sliceLength, baseSources({ columns, nodes, elements, answers }));
  const tallies = conclusions.map(() => new Tally());
  const isInCare = wasInCare(columns);
  for (let from = 0; from < columns.count; from += sliceLength) {
    const count = Math.min(sliceLength, columns.count - from);
    view.moveTo(from, count);
    for (const [name, node] of nodes) {
      const read = node.node.reads.map((path) => view.numbers(path));
      const into = view.answersToWrite(name);
      const own = margins.get(name);
      for (let row = 0; row < count; row++) {
        into[row] = node.answer(read, row);
        own?.keep(from + row);
      }
      answers.get(name)?.put(from, into, count, node.size - 1);
    }
    conclusions.forEach((conclusion, at) => {
      const [tally, numbers] = [tallies[at] as Tally, view.numbers(conclusion)];
      for (let row = 0; row < count; row++) {
        const index = from + row;
        const [month, place] = [columns.month.numbers[index] ?? 0, columns.place.numbers[index] ?? 0];
        tally.add(month, place, numbers[row] as number, isInCare(index) ? 1 : 0);
      }
    });
    yield { done: from + count, of: columns.count };
  }
  const totals = Object.fromEntries(
    conclusions.map((conclusion, at): [string, readonly Total[]] => [
      conclusion,
      (tallies[at] as Tally).told(columns.month, columns.place, ({ month, place, one, other, count }) => ({
        month,
        place,
        count,
        inCare: other === 1,
        value: dictionaries.of(conclusion).valueOf(one),
      })),
    ]),
  );
  return { protocol, columns, conclusions, dictionaries, nodes, elements, answers, margins, totals };
}

/** Returns a function that tells whether the child was already in care when an assessment was made. */
export const wasInCare = ({ inputs }: AssessmentColumns): ((index: number) => boolean) => {
  const { numbers, values } = inputs['enrolled'] ?? { numbers: [], values: [] };
  return (index) => values[numbers[index] as number] === true;
};

/** The paths that are read, grouped by their first name. */
export const wantedPaths = (
  reads: readonly string[],
  conclusions: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const byRoot = new Map<string, string[]>();
  for (const path of new Set([...reads, ...conclusions])) {
    byRoot.set(rootOf(path), [...(byRoot.get(rootOf(path)) ?? []), path]);
  }
  return byRoot;
};

export const baseSources =
  ({ columns, nodes, elements, answers }: Pick<Baseline, 'columns' | 'nodes' | 'elements' | 'answers'>) =>
  (name: string) => {
    const [node, kept] = [nodes.get(name), answers.get(name)];
    if (node !== undefined && kept !== undefined) {
      return {
        answers: node,
        load: (from: number, into: Int32Array, count: number) => kept.take(from, into, count),
      };
    }
    const [element, column] = [elements.get(name), columns.inputs[name]];
    if (element === undefined || column === undefined) return undefined;
    return {
      answers: element,
      load: (from: number, into: Int32Array, count: number) => loadColumn(column.numbers, from, into, count),
    };
  };

export const loadColumn = (
  numbers: { readonly subarray: (from: number, to: number) => ArrayLike<number> },
  from: number,
  into: Int32Array,
  count: number,
): void => into.set(numbers.subarray(from, from + count));

/** The value of a conclusion for one assessment, by the assessment's index. */
export const concluded = ({ nodes, answers, dictionaries }: Baseline, conclusion: string, index: number): Value => {
  const [node, kept] = [nodes.get(rootOf(conclusion)), answers.get(rootOf(conclusion))];
  if (node === undefined || kept === undefined) return null;
  const number = node.valueNumbers(node.paths.indexOf(conclusion)).at(kept.at(index));
  return dictionaries.of(conclusion).valueOf(number);
};
