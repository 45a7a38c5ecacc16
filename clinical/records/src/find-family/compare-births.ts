/** Compares the birth dates of two registrations: those of the mothers, and those of the children. */
import { bitsOf, duplicateWeights } from './duplicate-weights.ts';
import type { Evidence } from './evidence.ts';
import { silence } from './evidence.ts';
import type { FamilyBirths } from './family-index.ts';

const DAYS_PER_YEAR = 365.25;

const sameDay: Evidence = { bits: bitsOf(duplicateWeights.motherSameDay), reasons: ['sameAge'] };
const ages: readonly (Evidence & { readonly upToDays: number })[] = duplicateWeights.motherAge.map((weight) => ({
  upToDays: weight.upToYears * DAYS_PER_YEAR,
  bits: bitsOf(weight),
  reasons: weight.reason === null ? [] : [weight.reason],
}));

export const compareMotherBirths = (a: FamilyBirths['mother'], b: FamilyBirths['mother']): Evidence => {
  if (a === null || b === null) return silence;
  if (a.exact && b.exact && a.day === b.day) return sameDay;
  const days = Math.abs(a.day - b.day);
  for (const step of ages) if (days <= step.upToDays) return step;
  return silence;
};

/**
 * For each step of `duplicateWeights.births`, the evidence when a sex is unknown, when the sexes are equal, and when
 * they differ. A step without a reason (children born far apart, so not the same child) ignores the sexes.
 */
const births = duplicateWeights.births.map((weight) => {
  const { upToDays, reason } = weight;
  const bits = bitsOf(weight);
  if (reason === null) {
    const apart: Evidence = { bits, reasons: [] };
    return { upToDays, unknown: apart, same: apart, other: apart };
  }
  const unknown: Evidence = { bits, reasons: [reason] };
  const same: Evidence = { bits: bits + bitsOf(duplicateWeights.sameSex), reasons: [reason, 'sameSex'] };
  return { upToDays, unknown, same, other: { ...unknown, bits: bits + bitsOf(duplicateWeights.otherSex) } };
});

/**
 * The evidence of the pair of children, one of each family, that speaks most for one family: the nearest in age and,
 * among twins, of the same sex.
 */
export const compareChildren = (as: FamilyBirths['children'], bs: FamilyBirths['children']): Evidence => {
  let best: Evidence | null = null;
  for (const a of as) {
    for (const b of bs) {
      const evidence = compareTwo(a, b);
      if (best === null || evidence.bits > best.bits) best = evidence;
    }
  }
  return best ?? silence;
};

type Child = FamilyBirths['children'][number];

const compareTwo = (a: Child, b: Child): Evidence => {
  const days = Math.abs(a.day - b.day);
  for (const step of births) {
    if (days > step.upToDays) continue;
    return a.sex === null || b.sex === null ? step.unknown : a.sex === b.sex ? step.same : step.other;
  }
  return silence;
};
