/**
 * A threshold that notes the nearest values with which it was compared, on each side. While it stays between them, every
 * comparison has the same result, so the judgement is the same. That also holds when several thresholds move together,
 * because a judgement takes another path only after a comparison with another result.
 */
export class NotedThreshold {
  readonly value: number;
  /** The threshold must stay > `above`, ≥ `from`, ≤ `upTo` and < `below`. */
  #above = Number.NEGATIVE_INFINITY;
  #from = Number.NEGATIVE_INFINITY;
  #upTo = Number.POSITIVE_INFINITY;
  #below = Number.POSITIVE_INFINITY;

  constructor(value: number) {
    this.value = value;
  }

  get above(): number {
    return this.#above;
  }

  get from(): number {
    return this.#from;
  }

  get upTo(): number {
    return this.#upTo;
  }

  get below(): number {
    return this.#below;
  }

  /** Notes a comparison "is it more than `other`?" and returns the value of the threshold. */
  partedAfter(other: number): number {
    const { value } = this;
    if (value > other) {
      if (other > this.#above) this.#above = other;
    } else if (other < this.#upTo) this.#upTo = other;
    return value;
  }

  /** Notes a comparison "is it less than `other`?" and returns the value of the threshold. */
  partedBefore(other: number): number {
    const { value } = this;
    if (value < other) {
      if (other < this.#below) this.#below = other;
    } else if (other > this.#from) this.#from = other;
    return value;
  }

  /** Notes a use other than a comparison: the threshold may then not move at all. */
  reckonedWith(): number {
    this.#from = this.value;
    this.#upTo = this.value;
    return this.value;
  }

  /** Whether every comparison noted would turn out the same if it were this number. */
  mayBe(other: number): boolean {
    return other > this.#above && other >= this.#from && other <= this.#upTo && other < this.#below;
  }

  forget(): void {
    this.#above = Number.NEGATIVE_INFINITY;
    this.#from = Number.NEGATIVE_INFINITY;
    this.#upTo = Number.POSITIVE_INFINITY;
    this.#below = Number.POSITIVE_INFINITY;
  }
}
