/**
 * One pass over the steps of a form. With the cells of an earlier pass, a step runs only when something that it reads
 * has changed; a step that gives the same result as before stops the change there.
 */
import type { Answers } from './answers.ts';
import { type Cells, type CellTypes, type Chain, chainsOf, emptyCells, pathIn } from './cells.ts';
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

/** `touched`: paths whose answers or instances differ from those of `before`. */
export const runSteps = (
  compiled: CompiledForm,
  answers: Answers,
  circumstances: Circumstances,
  before: { readonly cells: Cells; readonly touched: readonly string[] } | null,
): Pass => {
  const cells = emptyCells();
  const ran: string[] = [];
  const changed = new Set<string>();
  const changedAnywhere = new Set<string>();
  const touched = new Set(before?.touched);

  const isStale = (step: Step, chain: Chain, path: string): boolean => {
    if (step.kind === 'value' && step.of === 'repeat')
      return step.reads.some((read) => changedAnywhere.has(key(read.kind, read.name)));
    if (touched.has(path) && (step.kind === 'entered' || step.kind === 'instances' || step.kind === 'verdict'))
      return true;
    return step.reads.some((read) => changed.has(key(read.kind, pathIn(chain, read.name, read.depth))));
  };

  /** The former cell when nothing it reads has changed, else a new one; says which it was. */
  const settle = <Kind extends keyof CellTypes>(
    step: Step & { readonly kind: Kind },
    chain: Chain,
    store: Map<string, CellTypes[Kind]>,
    former: ReadonlyMap<string, CellTypes[Kind]> | undefined,
    run: () => CellTypes[Kind],
  ): void => {
    const path = pathIn(chain, step.name, step.repeats.length);
    const old = former?.get(path);
    if (old !== undefined && !isStale(step, chain, path)) {
      store.set(path, old);
      return;
    }
    const fresh = run();
    ran.push(key(step.kind, path));
    if (old !== undefined && sameData(old, fresh)) {
      store.set(path, old);
      return;
    }
    store.set(path, fresh);
    changed.add(key(step.kind, path));
    changedAnywhere.add(key(step.kind, step.name));
  };

  for (const step of compiled.steps) {
    for (const chain of chainsOf(step.repeats, cells)) {
      const frame: Frame = { compiled, answers, circumstances, cells, chain };
      switch (step.kind) {
        case 'relevance':
          settle(step, chain, cells.relevance, before?.cells.relevance, () => runRelevance(step, frame));
          break;
        case 'instances':
          settle(step, chain, cells.instances, before?.cells.instances, () => runInstances(step, frame));
          break;
        case 'entered':
          settle(step, chain, cells.entered, before?.cells.entered, () => runEntered(step, frame));
          break;
        case 'verdict':
          settle(step, chain, cells.verdict, before?.cells.verdict, () => judgeAnswer(step, frame));
          break;
        case 'value':
          settle(step, chain, cells.value, before?.cells.value, () => runValue(step, frame));
          break;
      }
    }
  }
  return { cells, ran };
};

const key = (kind: Step['kind'], path: string): string => `${kind} ${path}`;
