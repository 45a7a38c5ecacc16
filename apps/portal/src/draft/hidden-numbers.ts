/**
 * Small numbers are shown only to whoever may open the register they come from. A pair of numbers is hidden when either
 * of them, or what lies between them, is of one to four; of parts whose sum is shown none is hidden alone, for then it
 * is the sum less the others.
 */
export type Pair = { readonly base: number; readonly draft: number };

const FEWEST = 5;

const isFew = (count: number): boolean => count !== 0 && Math.abs(count) < FEWEST;

export const isHidden = ({ base, draft }: Pair): boolean => isFew(base) || isFew(draft) || isFew(draft - base);

/** For parts of one sum: which are hidden. `open`: she may see this part whole. */
export const hiddenParts = (parts: readonly (Pair & { readonly open: boolean })[]): readonly boolean[] => {
  const hidden = parts.map((part) => !part.open && isHidden(part));
  if (hidden.filter(Boolean).length !== 1) return hidden;
  const shown = parts
    .map((part, at) => ({ at, size: part.base + part.draft, may: !part.open && hidden[at] === false }))
    .filter(({ size, may }) => may && size > 0)
    .toSorted((a, b) => a.size - b.size);
  return hidden.map((one, at) => one || at === shown[0]?.at);
};
