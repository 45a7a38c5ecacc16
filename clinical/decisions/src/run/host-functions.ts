/** Functions that the host provides to expressions, such as growth z-scores. They must be pure. */
import type { Value } from '../value.ts';

export type HostFunctions = Readonly<
  Record<string, { readonly parameters: readonly string[]; readonly call: (...values: Value[]) => Value }>
>;

/** Throws when no host function has this name: the parser and the compiler must be given the same functions. */
export const hostCall = (name: string, functions: HostFunctions): ((...values: Value[]) => Value) => {
  const host = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!host) throw new TypeError(`no function "${name}": give it to compileExpression, as it was given to the parser`);
  return (...values) => {
    const result = host.call(...values);
    return typeof result === 'number' && !Number.isFinite(result) ? null : result;
  };
};
