/** The answers of a name, each with a number. */

/** What answers are numbered by: an element of the columns, or a node. */
export type Answers = {
  /** What others read of it. */
  readonly paths: readonly string[];
  /** How many answers there are. */
  readonly size: number;
  /** The numbers of the values at a path (its position), by number of the answer. */
  readonly valueNumbers: (path: number) => { readonly at: (answer: number) => number };
};
