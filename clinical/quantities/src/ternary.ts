/**
 * Three-valued logic: true, false, unknown (`null`). Missing is never normal, so `unknown` survives every step until
 * something true or false decides (strong Kleene logic, the same as DMN and SQL).
 */
export type Ternary = boolean | null;

/** False when one is false; true when all are true; else unknown. */
export const and = (...terms: readonly Ternary[]): Ternary =>
  terms.includes(false) ? false : terms.includes(null) ? null : true;

/** True when one is true; false when all are false; else unknown. */
export const or = (...terms: readonly Ternary[]): Ternary =>
  terms.includes(true) ? true : terms.includes(null) ? null : false;

export const not = (term: Ternary): Ternary => (term === null ? null : !term);
