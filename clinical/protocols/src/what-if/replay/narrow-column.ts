/**
 * A column of non-negative integers, one per assessment, stored in the narrowest type that holds the largest of them.
 */
export type Numbers = Uint8Array | Uint16Array | Int32Array;

export class NarrowColumn {
  readonly length: number;
  #numbers: Numbers;

  constructor(length: number) {
    this.length = length;
    this.#numbers = new Uint8Array(length);
  }

  get bytes(): number {
    return this.#numbers.byteLength;
  }

  /** Copies `count` numbers in, starting at index `from`. `largest`: the largest number ever put in. */
  put(from: number, numbers: Int32Array, count: number, largest: number): void {
    if (largest > 0xff && this.#numbers instanceof Uint8Array) {
      this.#numbers = largest > 0xffff ? Int32Array.from(this.#numbers) : Uint16Array.from(this.#numbers);
    } else if (largest > 0xffff && this.#numbers instanceof Uint16Array) this.#numbers = Int32Array.from(this.#numbers);
    this.#numbers.set(count === numbers.length ? numbers : numbers.subarray(0, count), from);
  }

  /** Copies `count` numbers out, starting at index `from`. */
  take(from: number, into: Int32Array, count: number): void {
    into.set(this.#numbers.subarray(from, from + count));
  }

  at(place: number): number {
    return this.#numbers[place] as number;
  }
}
