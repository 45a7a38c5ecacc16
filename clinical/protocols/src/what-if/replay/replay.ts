/**
 * Runs a draft of a protocol over many assessments and finds those with other conclusions than the base. It runs node
 * by node, in the order in which decisions read each other, for one slice of assessments at a time. A node runs only
 * for assessments in which something that it reads has changed, and only once for equal cases. The answers equal those
 * of complete assessments (`replay.test.ts` compares them).
 */
import type { Value } from '@denba/decisions/value';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { Tally } from '../compare/tally.ts';
import { type Baseline, baseSources, loadColumn, type Progress, sliceLength } from './baseline.ts';
import { planDraft } from './draft-plan.ts';
import { DraftView } from './draft-view.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { SliceView } from './slice-view.ts';

/** Number of assessments of one month and place that change from one value to another. */
export type Move = {
  readonly month: string;
  readonly place: string;
  readonly from: Value;
  readonly to: Value;
  readonly count: number;
};

export type ConclusionChanges = {
  readonly moves: readonly Move[];
  /** The indices of the assessments that change, ascending, and the new value for each position in `index`. */
  readonly index: Int32Array;
  readonly to: (position: number) => Value;
};

export type Replay = {
  readonly draft: CompiledProtocol;
  /** Changes by conclusion of the baseline. */
  readonly changes: Readonly<Record<string, ConclusionChanges>>;
  /** Names of the derived values and tables that had to run, and of those among them whose definition differs. */
  readonly asked: readonly string[];
  readonly differing: readonly string[];
};

/** Yields after each slice; the caller cancels by not calling `next` again. */
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

/** Runs a generator to its end and returns its result, ignoring progress. */
export const finished = <Result>(running: Generator<Progress, Result>): Result => {
  for (;;) {
    const { done, value } = running.next();
    if (done === true) return value;
  }
};
