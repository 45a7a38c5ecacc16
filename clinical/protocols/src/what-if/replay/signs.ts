/** The signs of a part (see `Part.sign`), each identified by a number. */
import type { Value } from '@denba/decisions/value';
import { GrowingNumbers } from './growing-numbers.ts';
import type { Fill } from './memory-filler.ts';
import type { Part } from './part.ts';
import { TupleTable } from './tuple-table.ts';

/** Numbers the signs of one part; each combination of the values behind the part is computed only once. */
export class Signs {
  readonly #part: Part;
  readonly #sign: (memory: readonly Value[]) => string;
  readonly #fill: Fill;
  readonly #combinations: TupleTable | null;
  readonly #signOf = new GrowingNumbers();
  /** For a part that reads one path: by number of the value, the sign's number + 1; 0 means not yet computed. */
  #direct = new Int32Array(64);
  readonly #numbers = new Map<string, number>();
  readonly #key: Int32Array;

  /** `fill`: fills the memory with the values behind the part. */
  constructor(part: Part, sign: (memory: readonly Value[]) => string, fill: Fill) {
    this.#part = part;
    this.#sign = sign;
    this.#fill = fill;
    this.#combinations = part.reads.length === 1 ? null : new TupleTable(part.reads.length);
    this.#key = new Int32Array(part.reads.length);
  }

  number(read: readonly Int32Array[], row: number, memory: Value[]): number {
    const { reads } = this.#part;
    if (this.#combinations === null) {
      const value = (read[reads[0] as number] as Int32Array)[row] as number;
      if (value >= this.#direct.length) {
        const longer = new Int32Array(Math.max(value + 1, this.#direct.length * 2));
        longer.set(this.#direct);
        this.#direct = longer;
      }
      const known = this.#direct[value] as number;
      if (known > 0) return known - 1;
      const made = this.#make(read, row, memory);
      this.#direct[value] = made + 1;
      return made;
    }
    for (let at = 0; at < reads.length; at++) this.#key[at] = (read[reads[at] as number] as Int32Array)[row] as number;
    const before = this.#combinations.size;
    const combination = this.#combinations.number(this.#key);
    if (combination < before) return this.#signOf.at(combination);
    const made = this.#make(read, row, memory);
    this.#signOf.push(made);
    return made;
  }

  #make(read: readonly Int32Array[], row: number, memory: Value[]): number {
    this.#fill(memory, read, row);
    const text = this.#sign(memory);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}
