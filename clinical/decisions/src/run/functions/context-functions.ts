/** Functions on contexts, and the functions `not` and `is defined`. */
import { entryOf, isContext } from '../../value.ts';
import { type Builtins, list, other, truth } from './builtin.ts';

export const contextFunctions: Builtins = {
  not: truth('negand', (value) => (typeof value === 'boolean' ? !value : null)),
  /** True when the value is known; never unknown itself. Not in DMN; the same as `x != null`. */
  'is defined': truth('value', (value = null) => value !== null),
  'get value': other('context, key', (context = null, key = null) =>
    isContext(context) && typeof key === 'string' ? entryOf(context, key) : null,
  ),
  'get entries': list('context', (context = null) =>
    isContext(context) ? Object.keys(context).map((key) => ({ key, value: entryOf(context, key) })) : null,
  ),
};
