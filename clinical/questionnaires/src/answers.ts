/**
 * What the worker entered, exactly as entered. Answers are JSON, immutable, and keyed by path, so the order of entry
 * makes no difference. Nothing is judged or dropped here: an answer that became irrelevant is kept, and counts again
 * when its question is asked again.
 *
 * Paths: `weight_g` at the top level, `twins[2].weight_g` inside a repeat. An instance keeps its number when another
 * one is removed.
 */

/**
 * An input as typed or tapped. A list of numbers is a series of readings of one measurement; a list of texts is codes.
 */
export type Input = boolean | number | string | readonly number[] | readonly string[];

export type Answer = {
  readonly input: Input;
  /** Kinds of the warnings that the worker has read and confirmed for exactly this input. */
  readonly confirmed: readonly string[];
};

export type Answers = {
  readonly byPath: Readonly<Record<string, Answer>>;
  /** Instance numbers of each repeat that the worker extends by hand, ascending, by path of the repeat. */
  readonly instances: Readonly<Record<string, readonly number[]>>;
  /** Paths of the groups whose remaining questions were answered by one act (a sweep), sorted. */
  readonly swept: readonly string[];
};

export const noAnswers: Answers = { byPath: {}, instances: {}, swept: [] };

/** Sets an answer. A new input drops the confirmations of the previous one; the same input keeps them. */
export const withAnswer = (answers: Answers, path: string, input: Input): Answers => {
  const before = answers.byPath[path];
  if (before !== undefined && sameInput(before.input, input)) return answers;
  return { ...answers, byPath: { ...answers.byPath, [path]: { input, confirmed: [] } } };
};

/** Sets several answers at once, and records the group that they were given for. */
export const withSweep = (answers: Answers, group: string, inputs: ReadonlyMap<string, Input>): Answers => {
  let swept = answers;
  for (const [path, input] of inputs) swept = withAnswer(swept, path, input);
  return answers.swept.includes(group) ? swept : { ...swept, swept: [...answers.swept, group].sort() };
};

export const withoutAnswer = (answers: Answers, path: string): Answers => {
  const { [path]: _removed, ...byPath } = answers.byPath;
  return { ...answers, byPath };
};

/** Records that the worker confirmed one kind of warning about the answer at `path`. */
export const withConfirmation = (answers: Answers, path: string, warning: string): Answers => {
  const answer = answers.byPath[path];
  if (answer === undefined || answer.confirmed.includes(warning)) return answers;
  const confirmed = [...answer.confirmed, warning].sort();
  return { ...answers, byPath: { ...answers.byPath, [path]: { ...answer, confirmed } } };
};

/** Adds an instance, whose number is one above the highest. */
export const withInstance = (answers: Answers, repeatPath: string): Answers => {
  const numbers = answers.instances[repeatPath] ?? [];
  const next = Math.max(0, ...numbers) + 1;
  return { ...answers, instances: { ...answers.instances, [repeatPath]: [...numbers, next] } };
};

/** Removes an instance with all its answers: the worker says that it does not exist. */
export const withoutInstance = (answers: Answers, repeatPath: string, instance: number): Answers => {
  const prefix = `${repeatPath}[${instance}].`;
  const outside = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([path]) => !path.startsWith(prefix)));
  const numbers = (answers.instances[repeatPath] ?? []).filter((number) => number !== instance);
  return {
    byPath: outside(answers.byPath),
    instances: { ...outside(answers.instances), [repeatPath]: numbers },
    swept: answers.swept.filter((path) => !path.startsWith(prefix)),
  };
};

const sameInput = (a: Input, b: Input): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, i) => item === b[i]) : a === b;
