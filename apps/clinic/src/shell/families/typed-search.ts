/**
 * The text typed into the search, kept while the phone is unlocked: it is still there on return from a family, and the
 * registration of a new family begins with it. Kept in memory only, because it names people.
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

/** Passes a search that found nothing to the next registration. */
export const beginNewFamilyWith = (workspace: Workspace, text: string): void => {
  of(workspace).forNewFamily = text.trim();
};

/** Returns the text once and clears it: a later registration begins empty. */
export const takeTypedForNewFamily = (workspace: Workspace): string => {
  const kept = of(workspace);
  const text = kept.forNewFamily;
  kept.forNewFamily = '';
  return text;
};
