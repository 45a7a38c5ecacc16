/**
 * Runs a node once for each case that differs to it, and remembers the answer. A case is given as the numbers of the
 * values that the node reads; the answer is a number too, from which the numbers of what others read of it are told.
 */
import type { Value } from '@denba/decisions/value';
import type { Answers } from './answers.ts';
import type { Dictionaries } from './dictionaries.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { LogicNode } from './logic-node.ts';
import { memoryFiller } from './memory-filler.ts';
import type { Part } from './part.ts';
import { valueReader } from './read-path.ts';
import { Signs } from './signs.ts';
import { TupleTable } from './tuple-table.ts';
import type { ValueDictionary } from './value-dictionary.ts';

export class RememberedNode implements Answers {
  readonly node: LogicNode;
  readonly paths: readonly string[];
  readonly #cases: TupleTable;
  readonly #answerOfCase = new GrowingNumbers();
  readonly #answers: TupleTable;
  readonly #values: readonly GrowingNumbers[];
  readonly #signs: readonly (Signs | null)[];
  readonly #dictionaries: readonly ValueDictionary[];
  readonly #readers: readonly ((whole: Value) => Value)[];
  readonly #readDictionaries: readonly ValueDictionary[];
  readonly #fill: ReturnType<typeof memoryFiller>;
  readonly #run: (memory: readonly Value[]) => Value;
  readonly #memory: Value[];
  readonly #key: Int32Array;
  readonly #answerKey: Int32Array;

  constructor(node: LogicNode, paths: readonly string[], dictionaries: Dictionaries) {
    this.node = node;
    this.paths = paths;
    this.#cases = new TupleTable(node.parts.length);
    this.#answers = new TupleTable(paths.length);
    this.#values = paths.map(() => new GrowingNumbers());
    this.#signs = node.parts.map((part) => (part.sign === null ? null : new Signs(part, part.sign)));
    this.#dictionaries = paths.map((path) => dictionaries.of(path));
    this.#readers = paths.map(valueReader);
    this.#readDictionaries = node.reads.map((path) => dictionaries.of(path));
    this.#run = node.runFor(paths);
    this.#fill = memoryFiller(node.reads, node.places);
    this.#memory = [node.parameters, ...[...node.places.keys()].slice(1).map(() => null)];
    this.#key = new Int32Array(node.parts.length);
    this.#answerKey = new Int32Array(paths.length);
  }

  get size(): number {
    return this.#answers.size;
  }

  valueNumbers(path: number): GrowingNumbers {
    return this.#values[path] as GrowingNumbers;
  }

  /** `read`: for each path that the node reads, the numbers of the values, case by case. The answer's number. */
  answer(read: readonly Int32Array[], row: number): number {
    const { parts } = this.node;
    const key = this.#key;
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as Part;
      const signs = this.#signs[at];
      key[at] =
        signs == null
          ? ((read[part.reads[0] as number] as Int32Array)[row] as number)
          : signs.number(read, row, this.#memory, this.#fillRow);
    }
    const before = this.#cases.size;
    const found = this.#cases.number(key);
    if (found < before) return this.#answerOfCase.at(found);
    const answer = this.#ask(read, row);
    this.#answerOfCase.push(answer);
    return answer;
  }

  readonly #fillRow = (read: readonly Int32Array[], row: number, wanted?: readonly number[]): void =>
    this.#fill(
      this.#memory,
      (at) => (this.#readDictionaries[at] as ValueDictionary).valueOf((read[at] as Int32Array)[row] as number),
      wanted,
    );

  #ask(read: readonly Int32Array[], row: number): number {
    const { paths } = this;
    this.#fillRow(read, row);
    const whole = this.#run(this.#memory);
    this.#readers.forEach((reader, at) => {
      this.#answerKey[at] = (this.#dictionaries[at] as ValueDictionary).number(reader(whole));
    });
    const before = this.#answers.size;
    const answer = this.#answers.number(this.#answerKey);
    if (answer < before) return answer;
    for (let at = 0; at < paths.length; at++) (this.#values[at] as GrowingNumbers).push(this.#answerKey[at] as number);
    return answer;
  }
}
