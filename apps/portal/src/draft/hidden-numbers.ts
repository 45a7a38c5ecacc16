/**
 * Small numbers are shown only to readers who may open the register that they come from. A pair of numbers is hidden
 * when either of them, or their difference, is from one to four. Of parts whose sum is shown, a single hidden part
 * could be worked out as the sum less the others: a second part is then hidden with it.
 */
export type Pair = { readonly base: number; readonly draft: number };

const FEWEST = 5;

const isFew = (count: number): boolean => count !== 0 && Math.abs(count) < FEWEST;

export const isHidden = ({ base, draft }: Pair): boolean => isFew(base) || isFew(draft) || isFew(draft - base);

/** Says for each part of one sum whether it is hidden. `open`: the reader may see this part even when it is small. */
export const hiddenParts = (parts: readonly (Pair & { readonly open: boolean })[]): readonly boolean[] => {
  const hidden = parts.map((part) => !part.open && isHidden(part));
  if (hidden.filter(Boolean).length !== 1) return hidden;
  const shown = parts
    .map((part, at) => ({ at, size: part.base + part.draft, may: !part.open && hidden[at] === false }))
    .filter(({ size, may }) => may && size > 0)
    .toSorted((a, b) => a.size - b.size);
  return hidden.map((one, at) => one || at === shown[0]?.at);
};
