/**
 * The share of infants whose weight at the week-2 visit is below that at the week-0 visit, among those weighed at both.
 */
import { type Cohort, visitAt } from './cohort.ts';
import { type Share, shareOf } from './share.ts';

export const belowFirstWeightAtTwoWeeks = ({ infants }: Cohort): Share => {
  let below = 0;
  let both = 0;
  for (const infant of infants) {
    const first = visitAt(infant, 0)?.weightG ?? null;
    const second = visitAt(infant, 2)?.weightG ?? null;
    if (first === null || second === null) continue;
    both += 1;
    if (second < first) below += 1;
  }
  return shareOf(below, both);
};
