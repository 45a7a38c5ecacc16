/**
 * The families that a figure is made of: they are found in the same stored facts, by the same rule that counted them.
 */
import { type Membership, membershipOf } from '@denba/indicators/count/count-facts';
import type { CountedFact } from '@denba/indicators/facts/counted-fact';
import type { Indicator } from '@denba/indicators/indicator';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { groupBy } from '../counts/group-by.ts';
import type { Period } from '../period/period.ts';
import { registerNumbers } from './say-family.ts';

export type Kept = { readonly family: string; readonly summary: CareRow; readonly facts: readonly CountedFact[] };

export type FamilyBehind = {
  readonly family: string;
  /** The number of the child in the register; of each child of the family when the fact is not about one child. */
  readonly numbers: readonly string[];
  readonly membership: NonNullable<Membership>;
  /** The day of the fact. */
  readonly on: string;
  /** The age of the child on that day, in days; `null`: not known, or the fact is not about a child. */
  readonly ageDays: number | null;
  readonly sex: string | null;
  readonly village: string | null;
  /** The day on which any place last saw the child. */
  readonly seenOn: string | null;
};

/**
 * `names`: the names under which the place records. Latest first. A family is listed once per fact; for a stock, once
 * per child.
 */
export const familiesBehind = (
  kept: readonly Kept[],
  indicator: Indicator,
  asked: { readonly names: ReadonlySet<string>; readonly period: Period; readonly today: string },
): readonly FamilyBehind[] => {
  const all = factsBehind(kept, indicator, asked);
  return (indicator.kind === 'stock' ? standing(all) : all).map(({ subject: _, ...one }) => one);
};

type FactBehind = FamilyBehind & { readonly subject: string | null };

/**
 * The facts that make a stock: a child who came in and did not leave again counts, by the last day of coming in; a
 * child who left does not count, by the last day of leaving.
 */
const standing = (facts: readonly FactBehind[]): readonly FactBehind[] =>
  [...groupBy(facts, ({ family, subject }) => `${family} ${subject}`).values()].flatMap((mine) => {
    const ins = mine.filter(({ membership }) => membership === 'counts');
    const isIn = ins.length * 2 > mine.length;
    return mine.find(({ membership }) => (membership === 'counts') === isIn) ?? [];
  });

const factsBehind = (
  kept: readonly Kept[],
  indicator: Indicator,
  { names, period, today }: { readonly names: ReadonlySet<string>; readonly period: Period; readonly today: string },
): readonly FactBehind[] => {
  const membership = membershipOf(indicator);
  return kept
    .flatMap(({ family, summary, facts }) =>
      facts.flatMap((fact): readonly FactBehind[] => {
        const month = fact.on.slice(0, 7);
        const isNow = (indicator.kind === 'stock' || month >= period.from) && month <= period.to;
        if (!isNow || !names.has(fact.place) || (fact.since ?? '') > today) return [];
        const member = membership(fact);
        if (member === null) return [];
        const { age_days: age, sex } = fact.attributes;
        const child = summary.children.find(({ id }) => id === fact.subject);
        return [
          {
            family,
            numbers: registerNumbers(child === undefined ? summary.children : [child]),
            membership: member,
            on: fact.on,
            subject: fact.subject,
            village: summary.village,
            ageDays: typeof age === 'number' ? age : null,
            sex: typeof sex === 'string' ? sex : null,
            seenOn: child?.seenOn ?? null,
          },
        ];
      }),
    )
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.family < b.family ? -1 : 1));
};
