/** Builds the index in pieces small enough that a screen stays alive between them. */

import { addToIndex, createFamilyIndex, type FamilyIndex } from './family-index.ts';
import type { FamilyNames } from './family-names.ts';
import type { NameRules } from './name-keys.ts';

export type IndexProgress = { readonly added: number; readonly total: number; readonly index: FamilyIndex };

/** A few milliseconds each on a cheap phone. */
const FAMILIES_PER_SLICE = 100;

/**
 * Yields after each slice (the index may already be searched), and returns the whole. The caller decides when to go on:
 * `for (const progress of buildIndexInSlices(rows)) await nextFrame();`
 */
export function* buildIndexInSlices(
  rows: readonly FamilyNames[],
  familiesPerSlice: number = FAMILIES_PER_SLICE,
  rules?: NameRules,
): Generator<IndexProgress, FamilyIndex> {
  const index = createFamilyIndex([], rules);
  const step = Math.max(1, Math.floor(familiesPerSlice));
  for (let from = 0; from < rows.length; from += step) {
    for (const row of rows.slice(from, from + step)) addToIndex(index, row);
    yield { added: Math.min(from + step, rows.length), total: rows.length, index };
  }
  return index;
}
