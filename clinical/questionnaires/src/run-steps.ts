/**
 * Runs the steps of a form. Given the cells of an earlier pass, only steps that depend on what was touched are
 * considered; a step runs only when something that it reads has changed, and when its result is the same as before, the
 * change goes no further.
 */
import type { Answers } from './answers.ts';
import {
  type Cells,
  type CellTypes,
  type Chain,
  chainsOf,
  copyCells,
  emptyCells,
  forgetUnder,
  pathIn,
} from './cells.ts';
import type { CompiledForm } from './compile-form.ts';
import type { Step } from './form-plan.ts';
import type { Circumstances } from './form-state.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Frame } from './run-rule.ts';
import { runEntered, runInstances, runRelevance, runValue } from './run-step.ts';
import { sameData } from './same-data.ts';

export type Pass = {
  readonly cells: Cells;
  /** The steps that ran, as `kind path`, in order. */
  readonly ran: readonly string[];
};

/** What has changed since the earlier pass. */
export type Touched = {
  /** Paths whose answer, instances, earlier value or proposed value changed. */
  readonly paths: readonly string[];
  /** Names of the given facts that changed. */
  readonly given: readonly string[];
};

export const runSteps = (
  compiled: CompiledForm,
  answers: Answers,
  circumstances: Circumstances,
  before: { readonly cells: Cells; readonly touched: Touched } | null,
): Pass => {
  const { steps, wiring } = compiled;
  const cells = before === null ? emptyCells() : copyCells(before.cells);
  const ran: string[] = [];
  const changed = new Set<string>();
  const paths = new Set(before?.touched.paths);
  const givenReaders = new Set(before?.touched.given.flatMap((root) => [...(wiring.ofGiven.get(root) ?? [])]));
  const reached = new Set<number>(before === null ? steps.keys() : givenReaders);
  for (const path of paths) for (const index of wiring.ofName.get(nameOf(path)) ?? []) reached.add(index);

  const isStale = (index: number, step: Step, chain: Chain, path: string): boolean => {
    if (givenReaders.has(index)) return true;
    if (paths.has(path) && step.kind !== 'value' && step.kind !== 'relevance') return true;
    // The list of a repeat reads all its instances, so it is considered only when one of them has changed.
    if (step.kind === 'value' && step.of === 'repeat') return true;
    return step.reads.some((read) => changed.has(key(read.kind, pathIn(chain, read.name, read.depth))));
  };

  const settle = <Kind extends keyof CellTypes>(
    index: number,
    step: Step & { readonly kind: Kind },
    chain: Chain,
    store: Map<string, CellTypes[Kind]>,
    run: (frame: Frame) => CellTypes[Kind],
  ): void => {
    const path = pathIn(chain, step.name, step.repeats.length);
    const old = store.get(path);
    if (old !== undefined && !isStale(index, step, chain, path)) return;
    const fresh = run({ compiled, answers, circumstances, cells, chain });
    ran.push(key(step.kind, path));
    if (old !== undefined && sameData(old, fresh)) return;
    store.set(path, fresh);
    if (before === null) return;
    changed.add(key(step.kind, path));
    for (const reader of wiring.readers[index] ?? []) reached.add(reader);
    for (const inner of wiring.inside[index] ?? []) reached.add(inner);
  };

  for (const [index, step] of steps.entries()) {
    if (!reached.has(index)) continue;
    for (const chain of chainsOf(step.repeats, cells)) {
      switch (step.kind) {
        case 'relevance':
          settle(index, step, chain, cells.relevance, (frame) => runRelevance(step, frame));
          break;
        case 'instances': {
          const path = pathIn(chain, step.name, step.repeats.length);
          const former = cells.instances.get(path)?.numbers ?? [];
          settle(index, step, chain, cells.instances, (frame) => runInstances(step, frame));
          const present = cells.instances.get(path)?.numbers ?? [];
          for (const gone of former.filter((number) => !present.includes(number))) {
            forgetUnder(`${path}[${gone}].`, cells);
          }
          break;
        }
        case 'entered':
          settle(index, step, chain, cells.entered, (frame) => runEntered(step, frame));
          break;
        case 'verdict':
          settle(index, step, chain, cells.verdict, (frame) => judgeAnswer(step, frame));
          break;
        case 'value':
          settle(index, step, chain, cells.value, (frame) => runValue(step, frame));
          break;
      }
    }
  }
  return { cells, ran };
};

const key = (kind: Step['kind'], path: string): string => `${kind} ${path}`;

/** The last name of a path: `children[2].weight_g` → `weight_g`. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
