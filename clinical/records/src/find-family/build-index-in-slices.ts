/** Builds the index in slices that are short enough to keep the screen responsive. */

import { addToIndex, createFamilyIndex, type FamilyIndex } from './family-index.ts';
import type { FamilyNames } from './family-names.ts';
import type { NameRules } from './name-keys.ts';

export type IndexProgress = { readonly added: number; readonly total: number; readonly index: FamilyIndex };

/** A slice of this size takes a few milliseconds on a cheap phone. */
const FAMILIES_PER_SLICE = 100;

/**
 * Yields after each slice (the index can already be searched then) and returns the complete index. The caller decides
 * when to continue: `for (const progress of buildIndexInSlices(rows)) await nextFrame();`
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
