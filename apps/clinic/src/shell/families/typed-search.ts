/**
 * What she typed to look for a family, kept while the phone is unlocked: it is still there when she comes back from a
 * family, and a new family begins with it. In memory only, because it names people.
 */
import type { Workspace } from '../workspace.ts';

type Typed = { search: string; forNewFamily: string };

const typed = new WeakMap<Workspace, Typed>();

const of = (workspace: Workspace): Typed => {
  const known = typed.get(workspace) ?? { search: '', forNewFamily: '' };
  typed.set(workspace, known);
  return known;
};

export const typedSearch = (workspace: Workspace): string => of(workspace).search;

export const rememberSearch = (workspace: Workspace, text: string): void => {
  of(workspace).search = text;
};

/** The next registration begins with what was looked for in vain. */
export const beginNewFamilyWith = (workspace: Workspace, text: string): void => {
  of(workspace).forNewFamily = text.trim();
};

/** Once: a registration that is opened later begins empty. */
export const takeTypedForNewFamily = (workspace: Workspace): string => {
  const kept = of(workspace);
  const text = kept.forNewFamily;
  kept.forNewFamily = '';
  return text;
};
