/**
 * Searches the representatives of the axes for inputs for which some rows hold and others do not. The search is exact:
 * when it finds nothing, there are no such inputs. It follows the rows, so axes that no row uses cost nothing.
 */
import type { Ternary } from '@denba/quantities/ternary';

/** One cell of a row: the axes that it needs, and its result for the chosen representatives (given by index). */
export type Constraint = {
  readonly axes: readonly number[];
  readonly holds: (chosen: readonly (number | null)[]) => Ternary;
};

export type Search = {
  /** The number of representatives of each axis. */
  readonly sizes: readonly number[];
  /** Rows that must hold. */
  readonly required: readonly (readonly Constraint[])[];
  /** Rows that must not hold: they must be false or undecided. */
  readonly forbidden: readonly (readonly Constraint[])[];
};

/** For each axis the index of the chosen representative; `null` for axes that do not matter. */
export type Witness = readonly (number | null)[];

export type SearchResult =
  | { readonly kind: 'found'; readonly witness: Witness }
  | { readonly kind: 'none' }
  /** The search reached its limit, so the answer is unknown. */
  | { readonly kind: 'capped' };

/** Maximum number of steps. Enough for tables far larger than a page of a guideline; keeps a check under a second. */
const LARGEST_SEARCH = 20_000;

export const findWitness = (search: Search, mostSteps = LARGEST_SEARCH): SearchResult => {
  const chosen: (number | null)[] = search.sizes.map(() => null);
  let steps = 0;
  const explore = (): SearchResult['kind'] => {
    if (++steps > mostSteps) return 'capped';
    const axis = nextAxis(search, chosen);
    if (axis === 'contradiction') return 'none';
    if (axis === 'done') return 'found';
    for (let index = 0; index < (search.sizes[axis] ?? 0); index++) {
      chosen[axis] = index;
      const end = explore();
      if (end !== 'none') return end;
    }
    chosen[axis] = null;
    return 'none';
  };
  const kind = explore();
  return kind === 'found' ? { kind, witness: [...chosen] } : { kind };
};

/**
 * The next axis to choose a representative for; `done` when none is needed, `contradiction` when the choices cannot
 * work.
 */
const nextAxis = (search: Search, chosen: Witness): number | 'contradiction' | 'done' => {
  let open: number | null = null;
  for (const row of search.required) {
    for (const constraint of row) {
      const axis = unsettled(constraint, chosen);
      if (axis !== null) open ??= axis;
      else if (constraint.holds(chosen) !== true) return 'contradiction';
    }
  }
  if (open !== null) return open;
  for (const row of search.forbidden) {
    const axis = wayOut(row, chosen);
    if (axis === 'none') return 'contradiction';
    if (axis !== 'out') return axis;
  }
  return 'done';
};

/** Whether the choices so far already prevent the row from holding. */
export const isOut = (row: readonly Constraint[], chosen: Witness): boolean => wayOut(row, chosen) === 'out';

const unsettled = (constraint: Constraint, chosen: Witness): number | null =>
  constraint.axes.find((axis) => chosen[axis] === null) ?? null;

/** `out`: a forbidden row can no longer hold; a number: an axis that could still prevent it; `none`: nothing can. */
const wayOut = (row: readonly Constraint[], chosen: Witness): number | 'out' | 'none' => {
  let open: number | null = null;
  for (const constraint of row) {
    const axis = unsettled(constraint, chosen);
    if (axis !== null) {
      open ??= axis;
      continue;
    }
    if (constraint.holds(chosen) !== true) return 'out';
  }
  return open ?? 'none';
};
