/** The numbers of the values at any path, for one slice of assessments. Each path is computed once per slice. */

import type { Answers } from './answers.ts';
import { rootOf } from './read-path.ts';

/** The source of a name's answers; `load` copies those of a slice. */
export type AnswerSource = {
  readonly answers: Answers;
  readonly load: (from: number, into: Int32Array, count: number) => void;
};

type Buffer = { readonly numbers: Int32Array; slice: number };

export class SliceView {
  readonly #length: number;
  readonly #sourceOf: (name: string) => AnswerSource | undefined;
  readonly #answers = new Map<string, Buffer>();
  readonly #paths = new Map<string, Buffer>();
  readonly #unknown: Int32Array;
  #slice = 0;
  #from = 0;
  #count = 0;

  constructor(length: number, sourceOf: (name: string) => AnswerSource | undefined) {
    this.#length = length;
    this.#sourceOf = sourceOf;
    this.#unknown = new Int32Array(length);
  }

  moveTo(from: number, count: number): void {
    this.#slice += 1;
    this.#from = from;
    this.#count = count;
  }

  /** The numbers of a name's answers; zeros when there is no such name. */
  answers(name: string): Int32Array {
    const source = this.#sourceOf(name);
    if (source === undefined) return this.#unknown;
    const buffer = this.#bufferIn(this.#answers, name);
    if (buffer.slice !== this.#slice) {
      source.load(this.#from, buffer.numbers, this.#count);
      buffer.slice = this.#slice;
    }
    return buffer.numbers;
  }

  /** A buffer into which the caller writes the answers of a name, instead of loading them. */
  answersToWrite(name: string): Int32Array {
    const buffer = this.#bufferIn(this.#answers, name);
    buffer.slice = this.#slice;
    return buffer.numbers;
  }

  /** The numbers of the values at a path; zeros (unknown) when no source has the path. */
  numbers(path: string): Int32Array {
    const buffer = this.#bufferIn(this.#paths, path);
    if (buffer.slice === this.#slice) return buffer.numbers;
    const source = this.#sourceOf(rootOf(path));
    const at = source?.answers.paths.indexOf(path) ?? -1;
    if (source === undefined || at < 0) return this.#unknown;
    const [values, answers] = [source.answers.valueNumbers(at), this.answers(rootOf(path))];
    for (let row = 0; row < this.#count; row++) buffer.numbers[row] = values.at(answers[row] as number);
    buffer.slice = this.#slice;
    return buffer.numbers;
  }

  #bufferIn(buffers: Map<string, Buffer>, key: string): Buffer {
    let buffer = buffers.get(key);
    if (buffer === undefined) {
      buffer = { numbers: new Int32Array(this.#length), slice: -1 };
      buffers.set(key, buffer);
    }
    return buffer;
  }
}
