/**
 * The best few of many families, in an order that does not depend on how they were added: by score, youngest child,
 * mother's name, identifier. Sorting all families at each typed letter would take longer than finding them.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyIndex, IndexedFamily } from './family-index.ts';

export type RankedFamily = { readonly slot: number; readonly family: IndexedFamily; readonly score: number };

type Placed = RankedFamily & { readonly youngest: string };

export const topRanked = (
  { slots }: FamilyIndex,
  scores: Float32Array,
  most: number,
  today: LocalDate | null,
): readonly RankedFamily[] => {
  const best: Placed[] = [];
  for (let slot = 0; slot < scores.length; slot += 1) {
    const score = scores[slot] ?? 0;
    const last = best.length < most ? undefined : best[most - 1];
    if (score <= 0 || (last !== undefined && score < last.score)) continue;
    const family = slots[slot];
    if (!family) continue;
    const placed: Placed = { slot, family, score, youngest: youngestChild(family, today) };
    if (last !== undefined && comesBefore(last, placed)) continue;
    let at = best.length;
    for (; at > 0; at -= 1) {
      const before = best[at - 1];
      if (before === undefined || comesBefore(before, placed)) break;
    }
    best.splice(at, 0, placed);
    if (best.length > most) best.pop();
  }
  return best;
};

/**
 * The birth date of the youngest child as text (ISO dates sort as text); empty, which sorts last, when there is none.
 */
const youngestChild = ({ row }: IndexedFamily, today: LocalDate | null): string => {
  let youngest = '';
  for (const { on } of row.children) {
    if (on !== null && on > youngest && (today === null || on <= today)) youngest = on;
  }
  return youngest;
};

const comesBefore = (a: Placed, b: Placed): boolean => {
  if (a.score !== b.score) return a.score > b.score;
  if (a.youngest !== b.youngest) return a.youngest > b.youngest;
  const [name, other] = [a.family.row.motherName ?? '', b.family.row.motherName ?? ''];
  return name === other ? a.family.row.family < b.family.row.family : name < other;
};
