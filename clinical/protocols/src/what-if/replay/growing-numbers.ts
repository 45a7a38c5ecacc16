/** A growable list of 32-bit integers. */
export class GrowingNumbers {
  #numbers = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Int32Array(this.#length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] as number;
  }

  /** A copy of the present content; later pushes do not change it. */
  taken(): Int32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
