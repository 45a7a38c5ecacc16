/**
 * The result of an operation that can fail: the computed value, or the reason why there is none. Expected failures are
 * values; defects throw. Reasons are plain objects with a literal `kind`, so that the compiler checks a `switch` over
 * them.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
