/**
 * What one family adds to the figures of a phone, per month and health worker: counted by the same evaluator as on the
 * server. Small enough to be stored in the list row of every family; the figures of a month are the sum over these rows
 * (`month-figures.ts`).
 */
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { AuthorMonths, FamilyMonths, MonthCount } from '@denba/protocols/care/lists/month-tally';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Timeline } from '@denba/records/timeline/timeline';
import { tallyFacts } from '../count/count-facts.ts';
import type { Asked } from '../facts/counted-fact.ts';
import { countedFacts } from '../facts/counted-facts.ts';
import type { Indicator } from '../indicator.ts';

export type CountMonths = (timeline: Timeline, rules: CareRules) => FamilyMonths;

/** `indicators`: those shown on the phone. They are not broken down here; the server does that. */
export const familyMonths = (indicators: readonly Indicator[]): CountMonths => {
  const tally = tallyFacts({ indicators: indicators.map((one) => ({ ...one, by: [] })), dimensions: [] });
  const asked = askedBy(indicators);
  return (timeline, rules) => {
    const authors = new Map(timeline.history.map(({ entry }) => [entry.id, entry.author]));
    const byAuthor = new Map<string, AuthorMonths & { readonly cells: Map<string, MonthCount> }>();
    for (const fact of countedFacts(timeline, rules, asked)) {
      const counts = tally([fact], LAST_DAY);
      if (counts.length === 0) continue;
      const [author, place] = [authors.get(fact.entry) ?? '', fact.place as string];
      const own = byAuthor.get(`${author} ${place}`) ?? { author, place, counts: [], cells: new Map() };
      byAuthor.set(`${author} ${place}`, own);
      for (const { indicator, month, value, denominator, numerator } of counts) {
        const cell = `${indicator} ${month} ${value} ${fact.since ?? ''}`;
        const [, , n, d] = own.cells.get(cell) ?? [month, indicator, 0, 0];
        own.cells.set(cell, countOf(month, indicator, n + numerator, d + denominator, fact.since ?? null, value));
      }
    }
    return [...byAuthor.values()].map(({ author, place, cells }) => ({ author, place, counts: [...cells.values()] }));
  };
};

/** Of dimensions nothing is asked here. She waits for this at every save, and most facts are not counted on a phone. */
const askedBy = (indicators: readonly Indicator[]): Asked => {
  const kindsOf = (those: readonly Indicator[]): ReadonlySet<string> =>
    new Set(those.flatMap(({ fact }) => fact?.split(' ') ?? []));
  const counted = kindsOf(indicators);
  const read = kindsOf(
    indicators.filter(({ among, when, value }) => among !== null || when !== null || value !== null),
  );
  return { counts: (kind) => counted.has(kind), reads: (kind) => read.has(kind) };
};

const countOf = (
  month: string,
  indicator: string,
  numerator: number,
  denominator: number,
  since: LocalDate | null,
  value: string,
): MonthCount => {
  if (value !== '') return [month, indicator, numerator, denominator, since, value];
  return since === null
    ? [month, indicator, numerator, denominator]
    : [month, indicator, numerator, denominator, since];
};

/** Counting as of this day includes facts that become certain only later; each count carries its `since`. */
const LAST_DAY = '9999-12-31' as LocalDate;
