/** The values of a slice by the draft: those of the base, except where the draft's values differ. */
import type { Answers } from './answers.ts';
import type { SliceView } from './slice-view.ts';

/** A path for which at least one value of the slice differs. */
type Differing = { readonly numbers: Int32Array; readonly changed: Uint8Array };

export class DraftView {
  readonly #length: number;
  readonly #base: SliceView;
  readonly #differing = new Map<string, Differing>();
  /** Buffers of earlier slices, kept for reuse. */
  readonly #spare: Differing[] = [];
  readonly #marks: Uint8Array;

  constructor(length: number, base: SliceView) {
    this.#length = length;
    this.#base = base;
    this.#marks = new Uint8Array(length);
  }

  /** Resets the view for the next slice. */
  clear(): void {
    this.#spare.push(...this.#differing.values());
    this.#differing.clear();
  }

  numbers(path: string): Int32Array {
    return this.#differing.get(path)?.numbers ?? this.#base.numbers(path);
  }

  /** Stores the values that differ from the base. `answers` has one answer for each of the first `count` `rows`. */
  write(node: Answers, answers: Int32Array, rows: Int32Array, count: number): void {
    node.paths.forEach((path, at) => {
      const before = this.#base.numbers(path);
      const values = node.valueNumbers(at);
      let differing: Differing | null = null;
      for (let each = 0; each < count; each++) {
        const [row, number] = [rows[each] as number, values.at(answers[each] as number)];
        if (number === before[row]) continue;
        differing ??= this.#begin(path, before);
        differing.numbers[row] = number;
        differing.changed[row] = 1;
      }
    });
  }

  /**
   * Writes the rows in which one of the paths differs, or that are marked, into `rows`, in ascending order, and returns
   * their number.
   */
  changedRows(paths: readonly string[], rows: Int32Array, count: number, marked: Uint8Array | null = null): number {
    const found = paths.flatMap((path) => this.#differing.get(path)?.changed ?? []);
    if (marked !== null) found.push(marked);
    const [first] = found;
    if (first === undefined) return 0;
    let marks = first;
    if (found.length > 1) {
      marks = this.#marks;
      marks.set(first);
      for (const other of found.slice(1))
        for (let row = 0; row < count; row++) marks[row] = (marks[row] as number) | (other[row] as number);
    }
    let changed = 0;
    for (let row = 0; row < count; row++) if (marks[row] === 1) rows[changed++] = row;
    return changed;
  }

  #begin(path: string, before: Int32Array): Differing {
    const spare = this.#spare.pop();
    const made = spare ?? { numbers: new Int32Array(this.#length), changed: new Uint8Array(this.#length) };
    made.numbers.set(before);
    if (spare !== undefined) made.changed.fill(0);
    this.#differing.set(path, made);
    return made;
  }
}
