/**
 * A draft of a protocol over many assessments: who is concluded otherwise than by the base. Node by node in the order in
 * which decisions read each other, for a slice of assessments at a time; an assessment is asked only where something
 * that the node reads changed for it, and equal cases are asked once. The answers are those of whole assessments
 * (`replay.test.ts` compares).
 */
import type { Value } from '@denba/decisions/value';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { Tally } from '../compare/tally.ts';
import { type Baseline, baseSources, loadColumn, type Progress, sliceLength } from './baseline.ts';
import { planDraft } from './draft-plan.ts';
import { DraftView } from './draft-view.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { SliceView } from './slice-view.ts';

/** Assessments of one month and place that go from one value to another. */
export type Move = {
  readonly month: string;
  readonly place: string;
  readonly from: Value;
  readonly to: Value;
  readonly count: number;
};

export type ConclusionChanges = {
  readonly moves: readonly Move[];
  /** The assessments that change, by their place in the columns, in order; and to which value. */
  readonly index: Int32Array;
  readonly to: (position: number) => Value;
};

export type Replay = {
  readonly draft: CompiledProtocol;
  /** By conclusion of the baseline. */
  readonly changes: Readonly<Record<string, ConclusionChanges>>;
  /** Derived values and tables that had to be asked, and those among them whose definition differs. */
  readonly asked: readonly string[];
  readonly differing: readonly string[];
};

/** Yields after each slice; stop calling `next` to cancel. */
export function* replay(baseline: Baseline, draft: CompiledProtocol): Generator<Progress, Replay> {
  const { columns, conclusions, dictionaries } = baseline;
  const { steps, elements } = planDraft(baseline, draft);
  const base = new SliceView(sliceLength, baseSources(baseline));
  const view = new DraftView(sliceLength, base);
  const found = conclusions.map(() => ({
    tally: new Tally(),
    index: new GrowingNumbers(),
    to: new GrowingNumbers(),
  }));
  const rows = new Int32Array(sliceLength);
  const numbers = new Int32Array(sliceLength);
  const marks = new Uint8Array(sliceLength);
  for (let from = 0; from < columns.count && (steps.length > 0 || elements.size > 0); from += sliceLength) {
    const count = Math.min(sliceLength, columns.count - from);
    base.moveTo(from, count);
    view.clear();
    for (const [name, answers] of elements) {
      const column = columns.inputs[name];
      if (column !== undefined) loadColumn(column.numbers, from, numbers, count);
      for (let row = 0; row < count; row++) rows[row] = row;
      view.write(answers, numbers, rows, count);
    }
    for (const { node, differs, mark } of steps) {
      const { reads } = node.node;
      if (differs) {
        marks.fill(mark === null ? 1 : 0);
        mark?.(from, marks, count);
      }
      const asked = view.changedRows(reads, rows, count, differs ? marks : null);
      if (asked === 0) continue;
      const read = reads.map((path) => view.numbers(path));
      for (let at = 0; at < asked; at++) numbers[at] = node.answer(read, rows[at] as number);
      view.write(node, numbers, rows, asked);
    }
    conclusions.forEach((conclusion, at) => {
      const into = found[at];
      const changed = view.changedRows([conclusion], rows, count);
      if (into === undefined || changed === 0) return;
      const [before, after] = [base.numbers(conclusion), view.numbers(conclusion)];
      for (let each = 0; each < changed; each++) {
        const row = rows[each] as number;
        const [index, one, other] = [from + row, before[row] as number, after[row] as number];
        into.index.push(index);
        into.to.push(other);
        into.tally.add(columns.month.numbers[index] ?? 0, columns.place.numbers[index] ?? 0, one, other);
      }
    });
    yield { done: from + count, of: columns.count };
  }
  const changes = conclusions.map((conclusion, at): [string, ConclusionChanges] => {
    const { tally, index, to } = found[at] as (typeof found)[number];
    const value = (number: number): Value => dictionaries.of(conclusion).valueOf(number);
    const moves = tally.told(columns.month, columns.place, ({ month, place, one, other, count }) => ({
      month,
      place,
      count,
      from: value(one),
      to: value(other),
    }));
    return [conclusion, { moves, index: index.taken(), to: (position) => value(to.at(position)) }];
  });
  return {
    draft,
    changes: Object.fromEntries(changes),
    asked: steps.map(({ name }) => name),
    differing: steps.filter(({ differs }) => differs).map(({ name }) => name),
  };
}

/** Runs a generator to its end, where nobody looks at the progress. */
export const finished = <Result>(running: Generator<Progress, Result>): Result => {
  for (;;) {
    const { done, value } = running.next();
    if (done === true) return value;
  }
};
