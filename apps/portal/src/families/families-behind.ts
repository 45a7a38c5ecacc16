/** The families that a figure is made of: the very facts, asked the very question that counted them. */
import { type Membership, membershipOf } from '@denba/indicators/count/count-facts';
import type { CountedFact } from '@denba/indicators/facts/counted-fact';
import type { Indicator } from '@denba/indicators/indicator';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { groupBy } from '../counts/group-by.ts';
import type { Period } from '../period/period.ts';

export type Kept = { readonly family: string; readonly summary: CareRow; readonly facts: readonly CountedFact[] };

export type FamilyBehind = {
  readonly family: string;
  readonly membership: NonNullable<Membership>;
  /** Of the fact. */
  readonly on: string;
  /** Of the child on that day; `null`: not known, or not about a child. */
  readonly ageDays: number | null;
  readonly sex: string | null;
  readonly village: string | null;
  /** The child was last seen by anybody. */
  readonly seenOn: string | null;
};

/** `names`: under which the place records. Latest first; a family is there once for each fact, of a stock for each child. */
export const familiesBehind = (
  kept: readonly Kept[],
  indicator: Indicator,
  asked: { readonly names: ReadonlySet<string>; readonly period: Period; readonly today: string },
): readonly FamilyBehind[] => {
  const all = factsBehind(kept, indicator, asked);
  return (indicator.kind === 'stock' ? standing(all) : all).map(({ subject: _, ...one }) => one);
};

type FactBehind = FamilyBehind & { readonly subject: string | null };

/** Who came in and did not go out again counts, by the last day of coming; who went does not, by the last of going. */
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
        return [
          {
            family,
            membership: member,
            on: fact.on,
            subject: fact.subject,
            village: summary.village,
            ageDays: typeof age === 'number' ? age : null,
            sex: typeof sex === 'string' ? sex : null,
            seenOn: summary.children.find(({ id }) => id === fact.subject)?.seenOn ?? null,
          },
        ];
      }),
    )
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.family < b.family ? -1 : 1));
};
