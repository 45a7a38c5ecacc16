/**
 * A small seeded generator: the same seed gives the same numbers, on every machine and forever. Not for secrets.
 *
 * sfc32 (C. Doty-Humphrey, PractRand), seeded by splitmix32 over the text of the seed. `fork(name)` starts an
 * independent stream: the thousandth family can be made without making the 999 before it, and one more draw in one
 * family changes no other.
 */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number in [0, below). */
  readonly whole: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Standard normal. */
  readonly normal: () => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  readonly fork: (name: string | number) => Random;
};

export const createRandom = (seed: string | number): Random => {
  const text = String(seed);
  const seeds = splitmix32(hashText(text));
  let [a, b, c, counter] = [seeds(), seeds(), seeds(), 1];
  const next32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next32();

  const next = (): number => (next32() * 2 ** 21 + (next32() >>> 11)) / 2 ** 53;
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const [x, y] = [next() * 2 - 1, next() * 2 - 1];
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    normal,
    pick: (items) => items[whole(items.length)] ?? items[0],
    fork: (name) => createRandom(`${text}/${name}`),
  };
};

/** FNV-1a, 32 bits. */
const hashText = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};

const splitmix32 = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
};
