/** The values that a name can have, as declared by the data elements of a protocol. Every name can also be unknown. */
import type { Value } from '../value.ts';

export type Domain =
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly integer?: boolean }
  | { readonly kind: 'code'; readonly values: readonly string[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'any' };

/** Domains by name, with its path: `waz`, `danger_signs.level`. A name of kind `any` covers all paths under it. */
export type Domains = Readonly<Record<string, Domain>>;

/** Constant names and their values: the parameters of a protocol, for example `{ p: { waz_cut: -2 } }`. */
export type Constants = Readonly<Record<string, Value>>;

export const domainOf = (domains: Domains, path: string): Domain | null => {
  const exact = Object.hasOwn(domains, path) ? domains[path] : undefined;
  if (exact) return exact;
  const cut = path.lastIndexOf('.');
  if (cut < 0) return null;
  return domainOf(domains, path.slice(0, cut))?.kind === 'any' ? { kind: 'any' } : null;
};
