/**
 * For each assessment and each threshold of a judgement: how far the threshold may move, up and down, before a comparison
 * of the judgement has another result. Each distance is kept in one byte, as one of 256 steps, rounded towards zero: an
 * assessment that is asked again needlessly gets the same answer, and one that is not asked has the same judgement.
 */
import type { NotedThreshold } from '@denba/growth/growth-judgement/noted-threshold';

/** The threshold may move any distance. */
const FREE = 255;

/** A number of four bytes, and its bits: the leading ones are its exponent and sixteenths of a doubling. */
const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);
const BITS_OF_STEP = 19;
const leadingBits = (distance: number): number => {
  single[0] = distance;
  return (bits[0] as number) >>> BITS_OF_STEP;
};

/** Distances of the steps: none, then sixteen to each doubling, from a 64th to about a thousand; all whole numbers to 31. */
const BEFORE_FIRST = leadingBits(1 / 64) - 1;
const distances = Float64Array.from({ length: FREE }, (_, step) => {
  bits[0] = (BEFORE_FIRST + step) << BITS_OF_STEP;
  return step === 0 ? 0 : (single[0] as number);
});

export class Margins {
  readonly #thresholds: readonly NotedThreshold[];
  readonly #up: readonly OneWay[];
  readonly #down: readonly OneWay[];

  constructor(thresholds: readonly NotedThreshold[], count: number) {
    this.#thresholds = thresholds;
    this.#up = thresholds.map(({ value }) => new OneWay(value, count));
    this.#down = thresholds.map(({ value }) => new OneWay(-value, count));
  }

  get bytes(): number {
    return [...this.#up, ...this.#down].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Stores what the thresholds of one assessment noted, and clears the notes. */
  keep(index: number): void {
    for (let at = 0; at < this.#thresholds.length; at++) {
      const threshold = this.#thresholds[at] as NotedThreshold;
      const { above, from, upTo, below } = threshold;
      (this.#up[at] as OneWay).keep(index, upTo, below);
      (this.#down[at] as OneWay).keep(index, -from, -above);
      threshold.forget();
    }
  }

  /** Marks the assessments of a slice whose judgement may differ with these thresholds. */
  mark(thresholds: readonly number[], from: number, marks: Uint8Array, count: number): void {
    this.#thresholds.forEach(({ value }, at) => {
      const moved = thresholds[at] as number;
      if (moved > value) this.#up[at]?.mark(moved, from, marks, count);
      if (moved < value) this.#down[at]?.mark(-moved, from, marks, count);
    });
  }
}

/** How far a threshold may grow. One that falls is one whose negative grows. */
class OneWay {
  readonly #count: number;
  /** The highest value that the threshold may take at each step. */
  readonly #reach: Float64Array;
  /** The step of each assessment; `null` as long as no assessment limits the threshold. */
  #steps: Uint8Array | null = null;

  constructor(value: number, count: number) {
    this.#count = count;
    this.#reach = distances.map((distance) => value + distance);
  }

  get bytes(): number {
    return this.#steps?.byteLength ?? 0;
  }

  keep(index: number, upTo: number, below: number): void {
    if (upTo === Number.POSITIVE_INFINITY && below === Number.POSITIVE_INFINITY) return;
    this.#steps ??= new Uint8Array(this.#count).fill(FREE);
    const distance = Math.min(upTo, below) - (this.#reach[0] as number);
    let step = Math.min(Math.max(leadingBits(distance) - BEFORE_FIRST, 0), FREE - 1);
    // The distance was rounded, and perhaps up; it may also be that it must stay below.
    while (step > 0 && !((this.#reach[step] as number) <= upTo && (this.#reach[step] as number) < below)) step -= 1;
    this.#steps[index] = step;
  }

  mark(moved: number, from: number, marks: Uint8Array, count: number): void {
    const steps = this.#steps;
    if (steps === null) return;
    const enough = this.#reach.findIndex((reached) => reached >= moved);
    const needed = enough < 0 ? FREE : enough;
    for (let row = 0; row < count; row++) if ((steps[from + row] as number) < needed) marks[row] = 1;
  }
}
