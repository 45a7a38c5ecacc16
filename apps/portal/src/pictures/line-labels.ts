/** Words at the ends of lines: broken into short pieces, and moved apart where they would lie over each other. Pure. */

/** `most`: letters of a piece, but for a word that is longer. Broken at spaces and behind hyphens. */
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
  /** Where its middle would best be. */
  readonly wish: number;
  readonly height: number;
};

/** The top of each label, in their order; between 0 and `lowest`, which is at least as much as all are high together. */
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
