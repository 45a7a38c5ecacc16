/**
 * The functions with which the server's store keeps figures: the same evaluator as on the phone, over indicator
 * content.
 */
import { createHash } from 'node:crypto';
import { sumFacts } from '@denba/indicators/count/count-facts';
import { createSums } from '@denba/indicators/count/sums';
import type { CountedFact } from '@denba/indicators/facts/counted-fact';
import { FACTS_VERSION } from '@denba/indicators/facts/counted-facts';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { CARE_ROW_VERSION } from '@denba/protocols/care/lists/care-row';
import type { LocalDate } from '@denba/quantities/local-date';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { changedFacts } from './changed-facts.ts';

export const countByContent = ({ indicators, dimensions }: IndicatorSet): CountFigures => {
  const fed = indicators.filter(({ fact }) => fact !== null);
  const addTo = sumFacts({ indicators: fed, dimensions });
  const own = (facts: unknown, facilities: ReadonlySet<string>): readonly CountedFact[] =>
    factsIn(facts).filter(({ place }) => facilities.has(place));
  return {
    factsBy: FACTS_BY,
    content: `${FACTS_BY}${nameOf({ indicators: fed, dimensions })}`,
    stocks: fed.filter(({ kind }) => kind === 'stock').map(({ code }) => code),
    sums: () => {
      const sums = createSums();
      return {
        add: (facts, today, facilities) => addTo(sums, own(facts, facilities), today as LocalDate),
        take: (facts, today, facilities) => addTo(sums, own(facts, facilities), today as LocalDate, -1),
        counts: sums.counts,
      };
    },
    change: (before, after, today, facilities) => {
      const ofAll = (families: readonly unknown[]) => families.flatMap((facts) => own(facts, facilities));
      const { gone, come } = changedFacts(ofAll(before), ofAll(after));
      const sums = createSums();
      addTo(sums, gone, today as LocalDate, -1);
      addTo(sums, come, today as LocalDate);
      return sums.counts();
    },
    changesAfter: (facts, today) => [
      ...new Set(factsIn(facts).flatMap(({ since }) => (since !== undefined && since > today ? [since] : []))),
    ],
  };
};

/** The version of the rows is included, because rows are folded together with the facts. */
const FACTS_BY = `row ${CARE_ROW_VERSION}, facts ${FACTS_VERSION}, counted by `;

const factsIn = (facts: unknown): readonly CountedFact[] => facts as readonly CountedFact[];

/** A hash of everything that affects figures: not of the texts, which may be corrected without counting anew. */
const nameOf = ({ indicators, dimensions }: Pick<IndicatorSet, 'indicators' | 'dimensions'>): string => {
  const counted = indicators.map(({ code, kind, fact, among, when, value, by }) => ({
    code,
    kind,
    fact,
    among,
    when,
    value,
    by,
  }));
  const broken = dimensions.map(({ name, attribute, values }) => ({
    name,
    attribute,
    values: values.map(({ value, test }) => ({ value, test })),
  }));
  return createHash('sha256')
    .update(JSON.stringify([counted, broken]))
    .digest('hex')
    .slice(0, 32);
};
