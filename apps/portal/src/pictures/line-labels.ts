/** Labels at the ends of lines: broken into short pieces, and moved apart where they would overlap. Pure. */

/**
 * Breaks a label at spaces and after hyphens into pieces of at most `most` letters; a longer word is a piece of its
 * own.
 */
export const brokenInto = (words: string, most: number): readonly string[] => {
  const pieces: string[] = [];
  for (const word of words.split(/(?<=-)| +(?=\S)/)) {
    const last = pieces.at(-1);
    const joined = last === undefined ? word : `${last}${last.endsWith('-') ? '' : ' '}${word}`;
    if (last !== undefined && joined.length <= most) pieces[pieces.length - 1] = joined;
    else pieces.push(word);
  }
  return pieces.map((piece) => piece.trim());
};

export type WishedLabel = {
  /** The preferred position of the label's middle. */
  readonly wish: number;
  readonly height: number;
};

/**
 * The top of each label, in the order of `labels`, from 0 to `lowest`. `lowest` must be at least the sum of all
 * heights.
 */
export const stackedAt = (labels: readonly WishedLabel[], lowest: number): readonly number[] => {
  const order = labels
    .map(({ wish, height }, at) => ({ top: wish - height / 2, height, at }))
    .toSorted((a, b) => a.top + a.height / 2 - (b.top + b.height / 2));
  const tops = new Map<number, number>();
  let free = 0;
  for (const { top, height, at } of order) {
    const down = Math.max(free, top);
    tops.set(at, down);
    free = down + height;
  }
  let below = lowest;
  for (const { height, at } of order.toReversed()) {
    const up = Math.min(tops.get(at) ?? 0, below - height);
    tops.set(at, up);
    below = up;
  }
  return labels.map((_, at) => tops.get(at) ?? 0);
};
