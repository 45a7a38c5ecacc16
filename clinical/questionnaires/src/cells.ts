/**
 * The results of all steps for one set of answers, by path. A cell is reused unchanged as long as nothing that it reads
 * has changed.
 */
import type { Value } from '@denba/decisions/value';
import type { StepKind } from './form-plan.ts';
import type { QuestionState, Relevance } from './form-state.ts';
import type { Entered } from './read-answer.ts';

/** Instance numbers of a repeat; `null` while their number is unknown because the `missing` names are unknown. */
export type Instances = { readonly numbers: readonly number[] | null; readonly missing: readonly string[] };

export type CellTypes = {
  relevance: Relevance;
  instances: Instances;
  entered: Entered;
  verdict: QuestionState;
  value: Value;
};

export type Cells = { readonly [Kind in StepKind]: ReadonlyMap<string, CellTypes[Kind]> };

export type CellsInProgress = { readonly [Kind in StepKind]: Map<string, CellTypes[Kind]> };

export const emptyCells = (): CellsInProgress => ({
  relevance: new Map(),
  instances: new Map(),
  entered: new Map(),
  verdict: new Map(),
  value: new Map(),
});

export const copyCells = (cells: Cells): CellsInProgress => ({
  relevance: new Map(cells.relevance),
  instances: new Map(cells.instances),
  entered: new Map(cells.entered),
  verdict: new Map(cells.verdict),
  value: new Map(cells.value),
});

/** Deletes the cells of an instance that no longer exists. */
export const forgetUnder = (prefix: string, cells: CellsInProgress): void => {
  for (const store of Object.values(cells)) {
    for (const path of store.keys()) if (path.startsWith(prefix)) store.delete(path);
  }
};

/**
 * Where a step runs: the path prefix of each level of repeats, outermost (`''`) first, and the 1-based position of the
 * instance in the innermost repeat.
 */
export type Chain = { readonly prefixes: readonly string[]; readonly position: number };

export const outermost: Chain = { prefixes: [''], position: 1 };

const onlyOutermost: readonly Chain[] = [outermost];

export const pathIn = (chain: Chain, name: string, depth: number): string => `${chain.prefixes[depth] ?? ''}${name}`;

/** One chain per instance of the innermost repeat; empty while a repeat is not asked or has no instance. */
export const chainsOf = (repeats: readonly string[], cells: Cells): readonly Chain[] => {
  let chains = onlyOutermost;
  for (const repeat of repeats) chains = chains.flatMap((chain) => instanceChains(chain, repeat, cells));
  return chains;
};

export const instanceChains = (chain: Chain, repeat: string, cells: Cells): readonly Chain[] => {
  const path = pathIn(chain, repeat, chain.prefixes.length - 1);
  return (cells.instances.get(path)?.numbers ?? []).map((instance, index) => ({
    prefixes: [...chain.prefixes, `${path}[${instance}].`],
    position: index + 1,
  }));
};
