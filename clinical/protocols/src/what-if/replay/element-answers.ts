/** The answers to one data element, read as an assessment reads them: refused and not-assessed answers are unknown. */
import type { Value } from '@denba/decisions/value';
import { createInputReader } from '../../assess/read-inputs.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import type { Answers } from './answers.ts';
import type { AssessmentColumns } from './assessment-columns.ts';
import type { Dictionaries } from './dictionaries.ts';
import { valueReader } from './read-path.ts';

export type ElementAnswers = Answers & { readonly name: string };

/** Answers keep their numbers in the column: the value at position 3 of the column's values is answer 3. */
export const elementAnswers = (
  protocol: CompiledProtocol,
  columns: AssessmentColumns,
  dictionaries: Dictionaries,
): ((name: string, paths: readonly string[]) => ElementAnswers) => {
  const read = createInputReader(protocol);
  return (name, paths) => {
    const given = columns.inputs[name]?.values ?? [];
    const values = given.map((value): Value => read({ [name]: value }).scope[name] ?? null);
    const numbers = paths.map((path) => {
      const [dictionary, reader] = [dictionaries.of(path), valueReader(path)];
      const found = Int32Array.from(values, (value) => dictionary.number(reader(value)));
      return { at: (answer: number): number => found[answer] as number };
    });
    return { name, paths, size: values.length, valueNumbers: (path) => numbers[path] ?? none };
  };
};

const none = { at: (): number => 0 };
