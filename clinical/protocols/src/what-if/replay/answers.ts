/** The distinct answers of an element or node, each identified by a number. */

/** Where answers and their numbers come from: a data element of the columns, or a node. */
export type Answers = {
  /** The paths that other nodes read of it. */
  readonly paths: readonly string[];
  /** The number of distinct answers. */
  readonly size: number;
  /** For a path (given by its position in `paths`), the number of the value, by number of the answer. */
  readonly valueNumbers: (path: number) => { readonly at: (answer: number) => number };
};
