/**
 * Runs a node once for each distinct case and caches the answer. A case is given by the numbers of the values that the
 * node reads. The answer is a number too, which gives the numbers of the values that others read of it. When cases
 * hardly ever repeat (a node that reads a weight and the visits before it), they are not cached: a lookup costs as much
 * as computing many answers, and a million cases take a hundred megabytes.
 */
import type { Value } from '@denba/decisions/value';
import type { Answers } from './answers.ts';
import type { Dictionaries } from './dictionaries.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { LogicNode, Run } from './logic-node.ts';
import { type Fill, memoryFiller } from './memory-filler.ts';
import type { Part } from './part.ts';
import { valueReader } from './read-path.ts';
import { Signs } from './signs.ts';
import { TupleTable } from './tuple-table.ts';
import type { ValueDictionary } from './value-dictionary.ts';

/** After this many distinct cases the cache is dropped, unless at least one in four lookups found its case. */
const casesTried = 0x8000;
const asksWorthKeeping = (casesTried * 4) / 3;

type Numbered = ReturnType<Answers['valueNumbers']>;

export class RememberedNode implements Answers {
  readonly node: LogicNode;
  readonly paths: readonly string[];
  readonly #parts: readonly Part[];
  /** The cached cases; null once the cache has been dropped. */
  #cases: TupleTable | null;
  #answerOfCase = new GrowingNumbers();
  #asked = 0;
  readonly #answers: TupleTable;
  readonly #values: readonly Numbered[];
  readonly #signs: readonly (Signs | null)[];
  readonly #dictionaries: readonly ValueDictionary[];
  readonly #readers: readonly ((whole: Value) => Value)[];
  readonly #fill: Fill;
  readonly #run: Run;
  readonly #memory: Value[];
  readonly #key: Int32Array;
  readonly #answerKey: Int32Array;

  /** `everyRun`: runs the node, and is to be run for every case, also for one that came before. */
  constructor(node: LogicNode, paths: readonly string[], dictionaries: Dictionaries, everyRun: Run | null = null) {
    this.node = node;
    this.paths = paths;
    this.#parts = node.parts();
    this.#cases = everyRun === null ? new TupleTable(this.#parts.length) : null;
    const answers = new TupleTable(paths.length);
    this.#answers = answers;
    this.#values = paths.map((_, path) => ({ at: (answer) => answers.at(answer, path) }));
    const readDictionaries = node.reads.map((path) => dictionaries.of(path));
    const filler = memoryFiller(node.reads, node.places, readDictionaries);
    this.#signs = this.#parts.map((part) =>
      part.sign === null ? null : new Signs(part, part.sign, filler(part.reads)),
    );
    this.#dictionaries = paths.map((path) => dictionaries.of(path));
    this.#readers = paths.map(valueReader);
    this.#run = everyRun ?? node.runFor(paths);
    this.#fill = filler();
    this.#memory = [node.parameters, ...[...node.places.keys()].slice(1).map(() => null)];
    this.#key = new Int32Array(this.#parts.length);
    this.#answerKey = new Int32Array(paths.length);
  }

  get size(): number {
    return this.#answers.size;
  }

  valueNumbers(path: number): Numbered {
    return this.#values[path] as Numbered;
  }

  /**
   * Returns the number of the answer for `row`. `read`: for each path that the node reads, the numbers of the values by
   * row.
   */
  answer(read: readonly Int32Array[], row: number): number {
    const cases = this.#cases;
    if (cases === null) return this.#ask(read, row);
    const [parts, key] = [this.#parts, this.#key];
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as Part;
      const signs = this.#signs[at];
      key[at] =
        signs == null
          ? ((read[part.reads[0] as number] as Int32Array)[row] as number)
          : signs.number(read, row, this.#memory);
    }
    this.#asked += 1;
    const before = cases.size;
    const found = cases.number(key);
    if (found < before) return this.#answerOfCase.at(found);
    const answer = this.#ask(read, row);
    this.#answerOfCase.push(answer);
    if (cases.size === casesTried && this.#asked < asksWorthKeeping) {
      this.#cases = null;
      this.#answerOfCase = new GrowingNumbers();
    }
    return answer;
  }

  #ask(read: readonly Int32Array[], row: number): number {
    this.#fill(this.#memory, read, row);
    const whole = this.#run(this.#memory);
    for (let at = 0; at < this.#readers.length; at++) {
      const reader = this.#readers[at] as (whole: Value) => Value;
      this.#answerKey[at] = (this.#dictionaries[at] as ValueDictionary).number(reader(whole));
    }
    return this.#answers.number(this.#answerKey);
  }
}
