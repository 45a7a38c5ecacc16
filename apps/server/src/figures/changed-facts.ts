/**
 * Which facts of some families disappeared, and which are new: a visit adds two facts to a family of thirty, and only
 * those need to be counted. A fact that changed in any way counts as gone and as come.
 */
import type { CountedFact } from '@denba/indicators/facts/counted-fact';

type Facts = readonly CountedFact[];

export const changedFacts = (before: Facts, after: Facts): { readonly gone: Facts; readonly come: Facts } => {
  const standing = new Map<string, CountedFact[]>();
  for (const fact of before) standing.set(nameOf(fact), [...(standing.get(nameOf(fact)) ?? []), fact]);
  const come = after.filter((fact) => {
    const same = standing.get(nameOf(fact)) ?? [];
    const at = same.findIndex((one) => isSame(one, fact));
    if (at < 0) return true;
    same.splice(at, 1);
    return false;
  });
  return { gone: [...standing.values()].flat(), come };
};

const nameOf = ({ kind, entry, subject }: CountedFact): string => `${kind} ${entry} ${subject}`;

const isSame = (a: CountedFact, b: CountedFact): boolean => {
  const names = Object.keys(b.attributes);
  return (
    a.on === b.on &&
    a.place === b.place &&
    a.since === b.since &&
    names.length === Object.keys(a.attributes).length &&
    names.every((name) => isEqual(a.attributes[name], b.attributes[name]))
  );
};

/** Attributes are plain words and numbers, or lists of them. */
const isEqual = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
