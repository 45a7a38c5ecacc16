/**
 * Three-valued logic: true, false, unknown (`null`). Missing is never normal, so `unknown` survives every step until
 * something true or false decides (strong Kleene logic, the same as DMN and SQL).
 */
export type Ternary = boolean | null;

/** False when a term is false; true when all terms are true; else unknown. */
export const and = (...terms: readonly Ternary[]): Ternary =>
  terms.includes(false) ? false : terms.includes(null) ? null : true;

/** True when a term is true; false when all terms are false; else unknown. */
export const or = (...terms: readonly Ternary[]): Ternary =>
  terms.includes(true) ? true : terms.includes(null) ? null : false;

export const not = (term: Ternary): Ternary => (term === null ? null : !term);
