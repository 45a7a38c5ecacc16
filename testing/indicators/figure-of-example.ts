/** The figure that the product makes of a worked example: lives → facts → counts → figure. */

import { addCounts, type Count } from '@denba/indicators/count/count';
import { countFacts } from '@denba/indicators/count/count-facts';
import type { CountedFact } from '@denba/indicators/facts/counted-fact';
import { countedFacts } from '@denba/indicators/facts/counted-facts';
import type { Figure } from '@denba/indicators/figure/figure';
import { makeFigure } from '@denba/indicators/figure/make-figure';
import { peopleIn } from '@denba/indicators/population';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { localDate } from '@denba/quantities/local-date';
import { timelineOf } from '@denba/scenario/given';
import { compiledMami } from '../protocols/test/compiled-mami.ts';
import { liveALife, type ToldStep } from './live-a-life.ts';
import { shippedIndicators } from './read-shipped-indicators.ts';
import type { WorkedExample } from './read-worked-example.ts';

export const mamiRules = followUpRules(compiledMami);
const { indicators, dimensions } = shippedIndicators();
const count = countFacts({ indicators, dimensions });

export const factsOf = ({ families }: WorkedExample): readonly CountedFact[] =>
  Object.entries(families).flatMap(([name, { life }]) => [
    ...countedFacts(timelineOf(liveALife(name, life as readonly ToldStep[])), mamiRules),
  ]);

/** `stratum`: `''` for all together, else such as `sex=F`. */
export const figureOf = (example: WorkedExample, stratum: string): Figure => {
  const indicator = indicators.find(({ code }) => code === example.code);
  if (indicator === undefined) throw new Error(`no indicator ${example.code}`);
  const { population } = example;
  const people =
    indicator.population === null || population === undefined ? null : peopleIn(indicator.population, population, 1);
  const counts = countsOf(example).filter((one) => one.stratum === stratum);
  return makeFigure(indicator, counts, { mayReadRegister: true }, people);
};

export const strataOf = (example: WorkedExample): readonly string[] => [
  ...new Set(countsOf(example).map(({ stratum }) => stratum)),
];

/** The counts of the example's month; for a stock, of every month until then. */
const countsOf = (example: WorkedExample): readonly Count[] => {
  const { code, month, read_on } = example;
  const isStock = indicators.some((one) => one.code === code && one.kind === 'stock');
  return addCounts(count(factsOf(example), localDate(read_on))).filter(
    (one) => one.indicator === code && (isStock ? one.month <= month : one.month === month),
  );
};
