/**
 * Stunted, underweight and wasted at the 26-week visit: length-for-age, weight-for-age and weight-for-length below −2
 * on the rounded z (WHO's rule), by chronological and by corrected age. Flagged z-scores are left out and counted.
 *
 * Corrected: infants born before 259 days (37 weeks) are taken at their age since 280 days of post-menstrual age;
 * those born at term, and those of unknown gestation, at their age since birth.
 */
import { isPreterm } from '@denba/growth/intergrowth/size-for-gestation';
import { acceptedZ } from '@denba/growth/z-score';
import { type BirthType, birthTypeOf, birthTypes } from './birth-type.ts';
import { type Cohort, type CohortInfant, type CohortVisit, visitAt } from './cohort.ts';
import { type Share, shareOf } from './share.ts';
import { type VisitGrowth, visitGrowth } from './visit-growth.ts';

export const SIX_MONTHS_WEEK = 26;
const TERM_DAYS = 280;
/** WHO's cut-off for all three outcomes; a protocol's own cut-offs are in its parameters. */
const BELOW_Z = -2;

export type Outcome = 'stunted' | 'underweight' | 'wasted';

export type OutcomeShare = Share & {
  /** z-scores that were computed but are beyond WHO's limits: left out of `n` and `of`. */
  readonly flagged: number;
  /** Infants seen at the visit for whom the index cannot be computed. */
  readonly notComputed: number;
};

export type SixMonthOutcomes = Readonly<Record<Outcome, OutcomeShare>>;

export type SixMonths = {
  readonly seen: number;
  readonly chronological: SixMonthOutcomes;
  readonly corrected: SixMonthOutcomes;
  readonly byBirthType: readonly {
    readonly birthType: BirthType;
    readonly infants: number;
    readonly seen: number;
    readonly chronological: SixMonthOutcomes;
    readonly corrected: SixMonthOutcomes;
  }[];
};

export const sixMonths = ({ infants }: Cohort): SixMonths => {
  const typed = infants.map((infant) => ({ infant, type: birthTypeOf(infant) }));
  const of = (group: readonly CohortInfant[]) => {
    const seen = group.flatMap((infant) => {
      const visit = visitAt(infant, SIX_MONTHS_WEEK);
      return visit === null ? [] : [{ infant, visit }];
    });
    return {
      seen: seen.length,
      chronological: outcomesOf(seen.map(({ infant, visit }) => visitGrowth(infant.sex, visit))),
      corrected: outcomesOf(
        seen.map(({ infant, visit }) => visitGrowth(infant.sex, visit, correctedAgeDays(infant, visit))),
      ),
    };
  };
  return {
    ...of(infants),
    byBirthType: birthTypes.flatMap((birthType) => {
      const group = typed.flatMap(({ infant, type }) => (type === birthType ? [infant] : []));
      return group.length === 0 ? [] : [{ birthType, infants: group.length, ...of(group) }];
    }),
  };
};

const correctedAgeDays = ({ gestationalAgeDays }: CohortInfant, { ageDays }: CohortVisit): number | null =>
  ageDays === null || gestationalAgeDays === null || !isPreterm(gestationalAgeDays)
    ? ageDays
    : ageDays - (TERM_DAYS - gestationalAgeDays);

const outcomesOf = (growths: readonly VisitGrowth[]): SixMonthOutcomes => ({
  stunted: outcomeOf(growths, 'laz'),
  underweight: outcomeOf(growths, 'waz'),
  wasted: outcomeOf(growths, 'wlz'),
});

const outcomeOf = (growths: readonly VisitGrowth[], index: 'laz' | 'waz' | 'wlz'): OutcomeShare => {
  const scores = growths.map((growth) => growth[index]);
  const accepted = scores.flatMap((score) => acceptedZ(score) ?? []);
  const flagged = scores.filter(({ kind }) => kind === 'flagged').length;
  return {
    ...shareOf(accepted.filter((z) => z < BELOW_Z).length, accepted.length),
    flagged,
    notComputed: scores.length - accepted.length - flagged,
  };
};
