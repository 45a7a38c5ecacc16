/** Functions that the caller lends to expressions: growth z-scores, for example. They must be pure. */
import type { Value } from '../value.ts';

export type HostFunctions = Readonly<
  Record<string, { readonly parameters: readonly string[]; readonly call: (...values: Value[]) => Value }>
>;

/** A tree that calls what nobody provides is a defect of the caller: the parser had to be given the same names. */
export const hostCall = (name: string, functions: HostFunctions): ((...values: Value[]) => Value) => {
  const host = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!host) throw new TypeError(`no function "${name}": give it to compileExpression, as it was given to the parser`);
  return (...values) => {
    const result = host.call(...values);
    return typeof result === 'number' && !Number.isFinite(result) ? null : result;
  };
};
