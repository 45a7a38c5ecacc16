/**
 * A threshold that notes the nearest values that it was compared with on each side. While it stays between them, every
 * comparison turns out as it did, and so does the judgement: also where several thresholds move together, since a
 * judgement takes another course only after a comparison that turns out otherwise.
 */
export class NotedThreshold {
  readonly value: number;
  /** It must stay above `above`, at `from` or higher, at `upTo` or lower, and below `below`. */
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

  /** It was asked whether it is more than `other`, or not. Gives its value. */
  partedAfter(other: number): number {
    const { value } = this;
    if (value > other) {
      if (other > this.#above) this.#above = other;
    } else if (other < this.#upTo) this.#upTo = other;
    return value;
  }

  /** It was asked whether it is less than `other`, or not. Gives its value. */
  partedBefore(other: number): number {
    const { value } = this;
    if (value < other) {
      if (other < this.#below) this.#below = other;
    } else if (other > this.#from) this.#from = other;
    return value;
  }

  /** It was used as more than a side of a comparison: it may not move at all. */
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
