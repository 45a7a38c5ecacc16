/**
 * Numbers distinct tuples of integers in the order in which they are first met. Built for millions of lookups a second:
 * open addressing over flat arrays, without an object per tuple.
 */
export class TupleTable {
  readonly width: number;
  #keys: Int32Array;
  /**
   * By slot, the number of the tuple + 1; 0 is free. The length is a power of two and at least twice the number of
   * tuples.
   */
  #slots: Int32Array;
  #size = 0;

  constructor(width: number) {
    this.width = width;
    this.#keys = new Int32Array(16 * Math.max(1, width));
    this.#slots = new Int32Array(32);
  }

  get size(): number {
    return this.#size;
  }

  /** The number of the tuple at the start of `key`. A new tuple gets the next number (`size` before the call). */
  number(key: Int32Array): number {
    const { width } = this;
    const keys = this.#keys;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hashOf(key, 0, width) & mask; ; slot = (slot + 1) & mask) {
      const found = (slots[slot] as number) - 1;
      if (found < 0) {
        slots[slot] = this.#size + 1;
        return this.#add(key);
      }
      const start = found * width;
      let at = 0;
      while (at < width && keys[start + at] === key[at]) at++;
      if (at === width) return found;
    }
  }

  /** One component of the tuple with this number. */
  at(number: number, place: number): number {
    return this.#keys[number * this.width + place] as number;
  }

  #add(key: Int32Array): number {
    const { width } = this;
    const number = this.#size++;
    if ((number + 1) * width > this.#keys.length) {
      const longer = new Int32Array(this.#keys.length * 2);
      longer.set(this.#keys);
      this.#keys = longer;
    }
    const start = number * width;
    for (let at = 0; at < width; at++) this.#keys[start + at] = key[at] as number;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const { width } = this;
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = hashOf(this.#keys, number * width, width) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over integers, with the high bits folded into the low ones. */
const hashOf = (keys: Int32Array, start: number, width: number): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < width; at++) {
    hash = Math.imul(hash ^ (keys[start + at] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash ^ (hash >>> 13);
};
