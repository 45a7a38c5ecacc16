/** Where a z-score lies among the lines of the chart, to be put in words: below −3, between −3 and −2, on −2… */
export type ZPlace =
  | { readonly kind: 'below' | 'above' | 'on'; readonly line: number }
  | { readonly kind: 'between'; readonly line: number; readonly upper: number };

const LOWEST = -3;
const HIGHEST = 3;

/** `z` must be rounded to two decimals, as it is shown. */
export const zPlace = (z: number): ZPlace => {
  if (z < LOWEST) return { kind: 'below', line: LOWEST };
  if (z > HIGHEST) return { kind: 'above', line: HIGHEST };
  const line = Math.floor(z);
  return line === z ? { kind: 'on', line } : { kind: 'between', line, upper: line + 1 };
};
