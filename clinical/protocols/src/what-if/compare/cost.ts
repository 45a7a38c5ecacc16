/** The cost of the work by each version, with the unit costs that a programme gives. */
import type { MonthComparison, MonthCounts } from './month-comparison.ts';

/** Unit costs in any one currency; 0 for what should not be counted. */
export type UnitCosts = { readonly visit: number; readonly enrolment: number; readonly referral: number };

export type Cost = { readonly base: number; readonly draft: number; readonly more: number };

export const costOf = (months: readonly MonthComparison[], units: UnitCosts): Cost => {
  const [base, draft] = [
    sum(months, ({ base: counts }) => costs(counts, units)),
    sum(months, ({ draft: counts }) => costs(counts, units)),
  ];
  return { base, draft, more: draft - base };
};

const costs = ({ visits, enrolled, referred }: MonthCounts, { visit, enrolment, referral }: UnitCosts): number =>
  visits * visit + enrolled * enrolment + referred * referral;

const sum = (months: readonly MonthComparison[], of: (month: MonthComparison) => number): number =>
  months.reduce((total, month) => total + of(month), 0);
