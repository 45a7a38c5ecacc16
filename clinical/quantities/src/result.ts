/**
 * An expected failure is a value. A defect throws.
 *
 * `Result` carries what was computed, or the reason why it could not be. Reasons are plain objects with a literal
 * `kind`, so a `switch` over them is checked by the compiler.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
